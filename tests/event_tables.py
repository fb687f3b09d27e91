"""Tables made for the figures of one event and of words, small, large, empty and hostile, and these figures."""

from itertools import combinations

import pandas as pd
from chart_tables import HOSTILE_NAMES

from analysis.charts.claims import claim_grid
from analysis.charts.keywords import keywords
from analysis.charts.order import claim_order
from analysis.charts.reuse import reuse
from analysis.charts.variants import RELATIONS, variants

OPENING = [
    *((word, word, "") for word in ["نعمل", "مع", "أصدقائنا", "على"]),
    ("إخراج", "إبعاد", "substitution"),
    ("الأميركيين", "الأمريكيين", "spelling"),
    ("من", "من", ""),
    ("شرق", "شرق", ""),
    ("البلاد،", "البلاد", "punctuation"),
    ("ولن", "ولن", ""),
    ("يبقوا", "يبقوا", ""),
    *(("", word, "insertion") for word in ["طويلاً", "بعد", "اليوم"]),
    ("قرب", "قرب", ""),
    ("الحدود", "", "order"),
    ("والطرق", "والطرق", ""),
    ("", "الحدود", "order"),
    ("التجارية", "", "deletion"),
    ("منذ", "منذ", ""),
    ("2014،", "2014.", "punctuation"),
    *((word, word, "") for word in ["وهذا", "ما", "أكدناه", "(لوكالة", "AFP)", "في", "موسكو", "أيضاً."]),
]
SPELLED = [
    ("محاربة", "محاربة", ""),
    ("الإرهاب", "الارهاب", "spelling"),
    ("أولاً", "أولا", "spelling"),
]
ALIKE = [("السلام", "السلام", ""), ("ممكن", "ممكن", "")]
PAIRS = [("رئيسي", "insertion", OPENING), ("بوتين", "spelling", SPELLED), ("", "identical", ALIKE)]
OUTLETS = ("الأخبار", "المدن")


def word_table(pairs=PAIRS, outlets=OUTLETS):
    rows = [
        {
            "event": "meeting",
            "variant": variant,
            "relation": relation,
            "speaker": speaker,
            "doc_a": "000_ab",
            "doc_b": "002_cd",
            "outlet_a": outlets[0],
            "outlet_b": outlets[1],
            "place": place,
            "word_a": a,
            "word_b": b,
            "kind": kind,
            "href": f"evidence/{variant}.html",
        }
        for variant, (speaker, relation, words) in enumerate(pairs)
        for place, (a, b, kind) in enumerate(words)
    ]
    return pd.DataFrame(rows, columns=[*rows[0]] if rows else [*word_table()])


def hostile_words():
    """Each hostile name in place of a word, a speaker and an outlet, with each kind of difference."""
    kinds = ["insertion", "substitution", "order", "spelling", "punctuation", ""]
    words = [(name, name[::-1], kind) for name, kind in zip(HOSTILE_NAMES, kinds * 9, strict=False)]
    pairs = [(name, relation, words) for name, relation in zip(HOSTILE_NAMES, RELATIONS, strict=False)]
    return word_table(pairs, (HOSTILE_NAMES[0], HOSTILE_NAMES[6]))


CLAIMS = [
    (
        "رئيسي",
        "نعمل مع أصدقائنا على إخراج الأميركيين من شرق البلاد، ولن يبقوا طويلاً بعد اليوم قرب الحدود والطرق التجارية",
    ),
    ("رئيسي", "أمن المنطقة من أمن دولها، ولا مكان فيها لقوات من خارجها"),
    ("بوتين", "نقدّر ما بلغته العلاقات بين البلدين"),
    ("", "الاتفاق ممكن خلال أسابيع"),
    (
        "بوتين",
        "سنواصل التشاور في الشأن السوري (أستانة)، ونرى أن ما تحقق يكفي " + "لبدء حل يشارك فيه الجميع " * 3,
    ),
]
REPORTS = [("000_ab", "الأخبار"), ("001_cd", ""), ("002_ef", "المدن"), ("003_gh", "وكالة أهل البيت (ع) للأنباء")]
NAMED = [(f"{number:03d}_ab", name) for number, name in enumerate(HOSTILE_NAMES)]
CELLS = [
    ("quoted", False, "rule"),
    ("reported", True, "rule"),
    ("absent", False, ""),
    ("reported", False, "people"),
    ("quoted", True, "rule"),
]


def claim_table(claims=CLAIMS, reports=REPORTS, cells=CELLS):
    """The claim n stands in the report m as the cell n + m says, so far down as their product."""
    rows = [
        {
            "event": "meeting",
            "claim": claim,
            "speaker": speaker,
            "text": text,
            "doc_id": doc_id,
            "outlet_name_ar": outlet,
            "given": given,
            "shortened": shortened,
            "decided": decided,
            "position": (there := None if given == "absent" else claim * report / (len(claims) * len(reports))),
            "n_words": 0 if there is None else 7,
            "href": None if there is None else f"evidence/{claim}-{report}.html",
        }
        for claim, (speaker, text) in enumerate(claims)
        for report, (doc_id, outlet) in enumerate(reports)
        for given, shortened, decided in [cells[(claim + report) % len(cells)]]
    ]
    return pd.DataFrame(rows, columns=[*rows[0]] if rows else [*claim_table()])


def order_table(claims=CLAIMS, reports=REPORTS, step=0.05):
    """The report m has the claim n at 2n + m² steps of the way, never beyond its end."""
    rows = [
        {
            "event": "meeting",
            "claim": claim,
            "speaker": speaker,
            "text": text,
            "doc_id": doc_id,
            "outlet_name_ar": outlet,
            "position": min(1, step * (2 * claim + report**2)),
            "href": f"evidence/{claim}-{report}.html",
        }
        for claim, (speaker, text) in enumerate(claims)
        for report, (doc_id, outlet) in enumerate(reports)
    ]
    return pd.DataFrame(rows, columns=[*rows[0]] if rows else [*order_table()])


def shared_table(names, scale=1):
    """The report n has 100 (n + 1) sequences and shares 10 (m - 1) of them with the later report m."""
    rows = [
        {
            "first": f"{one:03d}_ab",
            "second": f"{other:03d}_ab",
            "first_name": names[one],
            "second_name": names[other],
            "n_first": (n := scale * 100 * (one + 1)),
            "n_second": scale * 100 * (other + 1),
            "n_shared": (shared := scale * 10 * (other - 1)),
            "share": shared / n if n else None,
            "href": f"evidence/{one}-{other}.html" if shared else None,
        }
        for one, other in combinations(range(len(names)), 2)
    ]
    return pd.DataFrame(rows, columns=[*rows[0]] if rows else [*shared_table(["أ", "ب"])])


WORDS = ["العدوان", "المقاومة", "القوات", "أميركية", "التسوية", "الانسحاب", "للحدود", "وقال", "نووية", "العقوبات"]
GROUPS = ["الأخبار", "المدن", "وكالة أهل البيت (ع) للأنباء", "كلام الوسائل نفسها"]


def keyword_table(groups=GROUPS, words=WORDS, least=0.5):
    """The word n of the group m stands there n + m + 1 times; the last two are in doubt; z falls to `least`."""
    rows = [
        {
            "group": f"group-{group}",
            "group_name": name,
            "word": word,
            "n_target": 3 * (len(words) - place) + group,
            "n_reference": place,
            "documents_target": 1 + (len(words) - place) // 2,
            "documents_reference": (1 + place) // 2,
            "log_odds": least + 0.7 * (len(words) - 1 - place) + group / 5,
            "doubtful": place > 7,
            "href": f"evidence/{group}-{place}.html",
        }
        for group, name in enumerate(groups)
        for place, word in enumerate(words[: len(words) - group % 3])
    ]
    return pd.DataFrame(rows, columns=[*rows[0]] if rows else [*keyword_table()])


NAMES = ["الأخبار", "وكالة أهل البيت (ع) للأنباء", "المدن", "001"]
MANY_REPORTS = [(f"{number:03d}_ab", f"صحيفة {number}") for number in range(12)]
FIGURES = {
    "claims": lambda: claim_grid(claim_table()),
    "claims of one": lambda: claim_grid(claim_table(CLAIMS[:1], REPORTS[:1])),
    "claims of many": lambda: claim_grid(claim_table(CLAIMS * 5, MANY_REPORTS)),
    "claims with hostile names": lambda: claim_grid(claim_table([(name, name) for name in HOSTILE_NAMES], NAMED)),
    "claims of none": lambda: claim_grid(claim_table([])),
    "order": lambda: claim_order(order_table()),
    "order of one": lambda: claim_order(order_table(CLAIMS[:1], REPORTS[:1])),
    "order of two": lambda: claim_order(order_table(CLAIMS, REPORTS[:2])),
    "order of many": lambda: claim_order(order_table(CLAIMS * 5, MANY_REPORTS, 0.01)),
    "order of crowded reports": lambda: claim_order(order_table(CLAIMS, MANY_REPORTS, 0)),
    "order with hostile names": lambda: claim_order(order_table([(name, name) for name in HOSTILE_NAMES], NAMED)),
    "order of none": lambda: claim_order(order_table([])),
    "reuse": lambda: reuse(shared_table(NAMES)),
    "reuse of two": lambda: reuse(shared_table(NAMES[:2])),
    "reuse of many": lambda: reuse(shared_table([name for _, name in MANY_REPORTS], 9)),
    "reuse of nothing": lambda: reuse(shared_table(NAMES, 0)),
    "reuse with hostile names": lambda: reuse(shared_table(HOSTILE_NAMES, 999)),
    "reuse of none": lambda: reuse(shared_table([])),
    "keywords": lambda: keywords(keyword_table()),
    "keywords of one": lambda: keywords(keyword_table(GROUPS[:1], WORDS[:1])),
    "keywords of two": lambda: keywords(keyword_table(GROUPS[:2])),
    "keywords of many": lambda: keywords(keyword_table([name for _, name in MANY_REPORTS], [*WORDS, "سلم", "حرب"])),
    "keywords that are avoided": lambda: keywords(keyword_table(GROUPS[:3], WORDS, -3.2)),
    "keywords of no weight": lambda: keywords(keyword_table(GROUPS[:1], WORDS).assign(log_odds=0.0)),
    "keywords with large numbers": lambda: keywords(keyword_table().assign(n_target=12**7, n_reference=12**8)),
    "keywords with hostile names": lambda: keywords(keyword_table(HOSTILE_NAMES, HOSTILE_NAMES)),
    "keywords of none": lambda: keywords(keyword_table([])),
    "variants": lambda: variants(word_table()),
    "variants of one": lambda: variants(word_table(PAIRS[2:])),
    "variants of many": lambda: variants(word_table([(f"متحدث {n}", r, OPENING * 3) for n, r in enumerate(RELATIONS)])),
    "variants with hostile names": lambda: variants(hostile_words()),
    "variants of none": lambda: variants(word_table([])),
}
TABLES = {
    claim_grid: claim_table,
    keywords: keyword_table,
    claim_order: order_table,
    reuse: lambda: shared_table(NAMES),
    variants: lambda: word_table(PAIRS[:2]),
}
