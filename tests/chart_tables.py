"""Tables made for figures, small, large, empty and hostile, and the figures that are drawn of them."""

from itertools import combinations

import pandas as pd

from analysis.charts.cooccurrence import cooccurrence
from analysis.charts.frame_modes import frame_modes
from analysis.charts.frame_voices import frame_voices
from analysis.charts.labels import label_voices
from analysis.charts.robustness import SCENARIOS, robustness
from analysis.charts.roles import NAMES, line_roles
from analysis.charts.shares import frame_shares
from analysis.charts.speakers import speaker_shares
from analysis.charts.stances import stance_counts
from analysis.charts.strip import voice_strip
from analysis.charts.validation import agreement
from analysis.charts.voices import voice_shares
from analysis.schemas import STANCES, VERDICTS

FRAMES = ["شراكة", "أمن", "اقتصاد", "سيادة", "مقاومة", "نووي", "نزاع", "تسوية", "إنساني", "أخلاق"]
SEEDS = [
    ("almodon", "المدن", "Al-Modon"),
    ("abna", "وكالة أهل البيت (ع) للأنباء", "ABNA"),
    ("alakhbar", "الأخبار", "Al-Akhbar"),
    ("unnamed-001", None, "Unnamed outlet (001)"),
]
HOSTILE = [
    ("a", "الشركة $المحدودة$ للأنباء", None),
    ("b", None, "<script>alert(1)</script> --> & $x^2$"),
    ("c", "\u202eمقلوب\u202c AFP \u2066الأولى\x00 (س)", None),
    ("d", "الهيئة الوطنية العامة للإذاعة والتلفزيون " * 8, None),
    ("e", "ك" * 300, None),
    ("f", float("nan"), " "),
]
MANY = [(f"o{number}", "المدن", None) for number in range(14)]
SPEAKERS = ["بوتين", "رئيسي", "وكالة الأنباء الإيرانية الرسمية", "", "الكرملين"]
HOSTILE_SPEAKERS = [name for _, arabic, english in HOSTILE for name in (arabic, english)]
HEADLINE = "بوتين ورئيسي يبحثان في موسكو (AFP) التعاون في سوريا"
REFERENTS = {"حكّام سوريا": ["الحكومة", "النظام", "الدولة", "الرئيس"], "حرب غزة": ["حرب", "عدوان", "عملية عسكرية"]}
VOICES = ["outlet", *SPEAKERS]
MANY_SPEAKERS = [f"متحدث {number}" for number in range(30)]
HOSTILE_NAMES = [name if isinstance(name, str) else "" for name in HOSTILE_SPEAKERS]
DOUBTFUL = ["frame-1", "frame-4"]


def share_table(outlets, share=0.3, interval=False, sentences=40):
    rows = [
        {
            "outlet": outlet,
            "outlet_name_ar": arabic,
            "outlet_name_en": english,
            "frame": f"frame-{place}",
            "name_ar": name,
            "n_documents": number + 1,
            "n_sentences": sentences,
            "n_with": (hits := round(share * sentences * (place + number) / (len(FRAMES) + len(outlets)))),
            "share": hits / sentences if sentences else None,
            "low": 0.0 if interval else None,
            "high": hits / sentences + 0.1 if interval else None,
            "href": f"evidence/{outlet}-{place}.html" if hits else None,
            "validated": False,
        }
        for number, (outlet, arabic, english) in enumerate(outlets)
        for place, name in enumerate(FRAMES)
    ]
    return pd.DataFrame(rows)


def role_table(documents):
    return pd.DataFrame(
        [
            (f"D{number:03d}_ab", name, role, 100 + 40 * number if role == "body" else 50)
            for number in range(documents)
            for name in [SEEDS[number % 4][1]]
            for role in [*NAMES, "blank"]
        ],
        columns=["doc_id", "outlet_name", "role", "n_chars"],
    )


def voice_table(outlets, own=None, interval=False, words=1000):
    """The outlets' own words: 5%, 10%, 15% ... of `words`, or `own`; of the rest a fifth is quoted."""
    rows = []
    for number, (outlet, arabic, english) in enumerate(outlets):
        its_own = round(words * (own if own is not None else 0.05 * (1 + number)))
        quoted = (words - its_own) // 5
        for mode, n in (("direct", quoted), ("own", its_own), ("indirect", words - its_own - quoted)):
            share = n / words if words else None
            rows.append(
                {
                    "outlet": outlet,
                    "outlet_name_ar": arabic,
                    "outlet_name_en": english,
                    "mode": mode,
                    "n_documents": 1 + number,
                    "n_words": words,
                    "n_in": n,
                    "share": share,
                    "low": share * 0.8 if interval else None,
                    "high": share * 1.1 if interval else None,
                    "href": f"evidence/{number}-{mode}.html",
                }
            )
    return pd.DataFrame(rows, columns=[*rows[0]] if rows else [*voice_table(SEEDS[:1])])


def speaker_table(outlets, speakers=SPEAKERS, words=1000):
    """Of each outlet's words 3n directly and 10n indirectly for the speaker n, n from 0; the last outlet lacks one."""
    rows = [
        {
            "outlet": outlet,
            "outlet_name_ar": arabic,
            "outlet_name_en": english,
            "speaker": speaker,
            "n_documents": 1,
            "n_words": words,
            "n_direct": 3 * place,
            "n_indirect": 10 * place,
            "share": 13 * place / words if words else None,
            "n_articles": 1 + number,
            "href": f"evidence/{number}-{place}.html" if place else None,
        }
        for number, (outlet, arabic, english) in enumerate(outlets)
        for place, speaker in enumerate(speakers)
        if (number, place) != (len(outlets) - 1, 1) or number == 0
    ]
    return pd.DataFrame(rows, columns=[*rows[0]] if rows else [*speaker_table(SEEDS[:1])])


def stance_table(outlets, speakers=SPEAKERS):
    rows = [
        (outlet, arabic, english, speaker, stance, count, f"evidence/{number}-{place}-{stance}.html")
        for number, (outlet, arabic, english) in enumerate(outlets)
        for place, speaker in enumerate(speakers)
        for column, stance in enumerate(reversed(STANCES))
        if (count := (1 + number + place * column) % 7 * 301)
    ]
    columns = ["outlet", "outlet_name_ar", "outlet_name_en", "speaker", "stance", "n_cues", "href"]
    return pd.DataFrame(rows, columns=columns)


def strip_table(lines, length, speakers=SPEAKERS):
    """Lines of `length` characters, in spans: an eighth own, an eighth indirect, the rest direct."""
    rows, start, eighth = [], 7, length // 8
    for line in range(lines):
        voice = speakers[line % len(speakers)]
        spans = [("outlet", "own", eighth), (voice, "indirect", eighth), (voice, "direct", length - 2 * eighth)]
        for who, mode, long in spans:
            rows.append((2 * line, start, start + long, who, mode, f"articles/a.html#{start}"))
            start += long
        start += 1
    return pd.DataFrame(rows, columns=["line", "start", "end", "voice", "mode", "href"])


def mode_table(outlets, sentences=40, doubtful=None):
    """Of each outlet's sentences with the frame n: n own, 1 direct, 2n indirect."""
    rows = [
        {
            "outlet": outlet,
            "outlet_name_ar": arabic,
            "outlet_name_en": english,
            "n_documents": 1 + number,
            "n_sentences": sentences,
            "frame": f"frame-{place}",
            "name_ar": name,
            "mode": mode,
            "n_with": (n := min(count, sentences)),
            "share": n / sentences if sentences else None,
            "href": f"evidence/{number}-{place}-{mode}.html" if n else None,
        }
        for number, (outlet, arabic, english) in enumerate(outlets)
        for place, name in enumerate(FRAMES)
        for mode, count in (("own", place), ("indirect", 2 * place), ("direct", 1))
    ]
    return in_doubt(pd.DataFrame(rows, columns=[*rows[0]] if rows else [*mode_table(SEEDS[:1])]), doubtful)


def in_doubt(table, frames):
    """The table with the column doubtful: true for those frames; None: without the column."""
    return table if frames is None else table.assign(doubtful=table["frame"].isin(frames))


def voice_frame_table(voices, frames=FRAMES, scale=1, doubtful=None):
    """Of the voice n's 10 + 10n sentences (times `scale`), n + p carry the frame p, none for the last voice."""
    rows = [
        {
            "voice": voice,
            "frame": f"frame-{place}",
            "name_ar": name,
            "n_sentences": (sentences := scale * (10 + 10 * number)),
            "n_with": (n := scale * (number + place) if number < len(voices) - 1 else 0),
            "share": n / sentences if sentences else None,
            "href": f"evidence/{number}-{place}.html" if n else None,
        }
        for number, voice in enumerate(voices)
        for place, name in enumerate(frames)
    ]
    return in_doubt(pd.DataFrame(rows, columns=[*rows[0]] if rows else [*voice_frame_table(["outlet"])]), doubtful)


def label_table(voices, referents=REFERENTS, scale=1):
    """The voice n has n + 1 labels for the first name of each thing, and no other label unless n is even."""
    rows = [
        {
            "referent": f"referent-{thing}",
            "referent_ar": referent,
            "variant": f"variant-{place}",
            "variant_ar": variant,
            "voice": voice,
            "n_labels": scale * (number + 1 + place),
            "n_documents": 1,
            "href": f"evidence/{thing}-{place}-{number}.html",
        }
        for thing, (referent, variants) in enumerate(referents.items())
        for place, variant in enumerate(variants)
        for number, voice in enumerate(voices)
        if not place or number % 2 == 0
    ]
    return pd.DataFrame(rows, columns=[*rows[0]] if rows else [*label_table(["outlet"])])


def pair_table(frames=FRAMES, scale=1, doubtful=None):
    """The frame n stands in 10 + n sentences, together with a later frame m in (n + m) % 5."""
    rows = [
        {
            "frame": f"frame-{one}",
            "name_ar": frames[one],
            "other": f"frame-{other}",
            "other_name_ar": frames[other],
            "n_frame": (n := scale * (10 + one)),
            "n_other": (m := scale * (10 + other)),
            "n_both": (both := scale * ((one + other) % 5)),
            "jaccard": both / (n + m - both) if n + m else None,
            "href": f"evidence/{one}-{other}.html" if both else None,
        }
        for one, other in combinations(range(len(frames)), 2)
    ]
    table = in_doubt(pd.DataFrame(rows, columns=[*rows[0]] if rows else [*pair_table()]), doubtful)
    return table if doubtful is None else table.assign(other_doubtful=table["other"].isin(doubtful))


def agreement_table(frames=FRAMES, alphas=(0.91, 0.72, 0.4, None, 1.0, -0.2), between=None, doubtful=None):
    rows = [
        {
            "frame": f"frame-{place}",
            "name_ar": name,
            "n_sentences": 200,
            "n_coded": 1234 * place,
            "f1": alpha and max(alpha, 0) * 0.9,
            "alpha": alpha,
            "low": alpha - 0.2 if alpha not in (None, 1.0) else None,
            "high": min(alpha + 0.1, 1) if alpha not in (None, 1.0) else None,
            "href": f"evidence/{place}.html",
        }
        for place, name in enumerate(frames)
        for alpha in [alphas[place % len(alphas)]]
    ]
    table = pd.DataFrame(rows, columns=[*rows[0]] if rows else [*agreement_table()])
    return in_doubt(table if between is None else table.assign(between=between), doubtful)


def finding_table(outlets, frames=FRAMES, doubtful=None):
    """Each frame compares two outlets; its verdicts run through all there are, in turn."""
    rows = [
        {
            "frame": f"frame-{place}",
            "name_ar": name,
            "more": f"outlet-{place % len(outlets)}",
            "less": f"outlet-{(place + 1) % len(outlets)}",
            "more_name": outlets[place % len(outlets)],
            "less_name": outlets[(place + 1) % len(outlets)],
            "scenario": scenario,
            "verdict": VERDICTS[(place + column) % len(VERDICTS)],
            "href": f"evidence/{place}-{column}.html",
        }
        for place, name in enumerate(frames)
        for column, scenario in enumerate(reversed(SCENARIOS))
    ]
    return in_doubt(pd.DataFrame(rows, columns=[*rows[0]] if rows else [*finding_table(["أ", "ب"])]), doubtful)


FIGURES = {
    "seeds": lambda: frame_shares(share_table(SEEDS)),
    "intervals": lambda: frame_shares(share_table(SEEDS, interval=True)),
    "one outlet": lambda: frame_shares(share_table(SEEDS[:1])),
    "fourteen outlets": lambda: frame_shares(share_table([(f"o{n}", "المدن", None) for n in range(14)])),
    "hostile names": lambda: frame_shares(share_table(HOSTILE, sentences=12_345)),
    "full shares": lambda: frame_shares(share_table(SEEDS, share=14 / 12, sentences=99_999)),
    "no hits": lambda: frame_shares(share_table(SEEDS, share=0)),
    "no sentences": lambda: frame_shares(share_table(SEEDS, sentences=0)),
    "no rows": lambda: frame_shares(share_table([])),
    "roles": lambda: line_roles(role_table(5)),
    "roles of many": lambda: line_roles(role_table(57)),
    "roles of none": lambda: line_roles(role_table(0)),
    "voices": lambda: voice_shares(voice_table(SEEDS)),
    "voices of one": lambda: voice_shares(voice_table(SEEDS[:1], own=0.97, interval=True)),
    "voices with intervals": lambda: voice_shares(voice_table([*SEEDS, *MANY][:18], interval=True)),
    "voices of many": lambda: voice_shares(voice_table([(f"o{n}", f"صحيفة {n}", None) for n in range(57)], own=0.5)),
    "voices of hostile names": lambda: voice_shares(voice_table(HOSTILE, words=1_234_567)),
    "voices without words": lambda: voice_shares(voice_table(SEEDS, words=0)),
    "voices of none": lambda: voice_shares(voice_table([])),
    "speakers": lambda: speaker_shares(speaker_table(SEEDS)),
    "speakers of one": lambda: speaker_shares(speaker_table(SEEDS[:1])),
    "speakers of many": lambda: speaker_shares(speaker_table(MANY, [f"متحدث {n}" for n in range(30)])),
    "speakers with hostile names": lambda: speaker_shares(speaker_table(HOSTILE, HOSTILE_SPEAKERS, 1_234_567)),
    "speakers without words": lambda: speaker_shares(speaker_table(SEEDS, SPEAKERS[:1], words=0)),
    "speakers of none": lambda: speaker_shares(speaker_table([])),
    "stances": lambda: stance_counts(stance_table(SEEDS)),
    "stances of one": lambda: stance_counts(stance_table(SEEDS[1:2], SPEAKERS[:1])),
    "stances of many": lambda: stance_counts(stance_table(MANY)),
    "stances with hostile names": lambda: stance_counts(stance_table(HOSTILE, HOSTILE_SPEAKERS)),
    "stances of none": lambda: stance_counts(stance_table([])),
    "strip": lambda: voice_strip(strip_table(11, 270), HEADLINE),
    "strip of few characters": lambda: voice_strip(strip_table(1, 30), ""),
    "strip of a long article": lambda: voice_strip(strip_table(30, 1000), HEADLINE),
    "strip of many lines": lambda: voice_strip(strip_table(120, 250), HEADLINE * 9),
    "strip of many speakers": lambda: voice_strip(strip_table(12, 220, [f"متحدث {n}" for n in range(12)]), HEADLINE),
    "strip with hostile names": lambda: voice_strip(strip_table(12, 900, HOSTILE_SPEAKERS), HOSTILE_SPEAKERS[3]),
    "strip of none": lambda: voice_strip(strip_table(0, 0), HEADLINE),
    "shares in doubt": lambda: frame_shares(in_doubt(share_table(SEEDS, interval=True), DOUBTFUL)),
    "modes": lambda: frame_modes(mode_table(SEEDS)),
    "modes in doubt": lambda: frame_modes(mode_table(SEEDS, doubtful=DOUBTFUL)),
    "modes of one": lambda: frame_modes(mode_table(SEEDS[:1])),
    "modes of many": lambda: frame_modes(mode_table(MANY, 12_345)),
    "modes with hostile names": lambda: frame_modes(mode_table(HOSTILE, 99_999)),
    "modes without sentences": lambda: frame_modes(mode_table(SEEDS, 0)),
    "modes of none": lambda: frame_modes(mode_table([])),
    "frames by voice": lambda: frame_voices(voice_frame_table(VOICES)),
    "frames by voice in doubt": lambda: frame_voices(voice_frame_table(VOICES, doubtful=DOUBTFUL)),
    "frames by voice of one": lambda: frame_voices(voice_frame_table(["outlet", ""], FRAMES[:1])),
    "frames by voice of many": lambda: frame_voices(voice_frame_table(["outlet", *MANY_SPEAKERS], scale=999)),
    "frames by voice with hostile names": lambda: frame_voices(
        voice_frame_table(HOSTILE_SPEAKERS, HOSTILE_NAMES, doubtful=[f"frame-{n}" for n in range(12)])
    ),
    "frames by voice without sentences": lambda: frame_voices(voice_frame_table(VOICES, scale=0)),
    "frames by voice of none": lambda: frame_voices(voice_frame_table([])),
    "labels": lambda: label_voices(label_table(VOICES)),
    "labels of one": lambda: label_voices(label_table(["بوتين"])),
    "labels of many": lambda: label_voices(label_table(["outlet", *MANY_SPEAKERS], scale=999)),
    "labels with hostile names": lambda: label_voices(
        label_table(HOSTILE_SPEAKERS, dict.fromkeys(HOSTILE_NAMES, HOSTILE_NAMES))
    ),
    "labels of none": lambda: label_voices(label_table([])),
    "pairs": lambda: cooccurrence(pair_table()),
    "pairs in doubt": lambda: cooccurrence(pair_table(doubtful=DOUBTFUL)),
    "pairs of two": lambda: cooccurrence(pair_table(FRAMES[:2])),
    "pairs that never meet": lambda: cooccurrence(pair_table(scale=0)),
    "pairs with hostile names": lambda: cooccurrence(
        pair_table(HOSTILE_NAMES, 9_999, [f"frame-{n}" for n in range(9)])
    ),
    "pairs of none": lambda: cooccurrence(pair_table([])),
    "agreement": lambda: agreement(agreement_table()),
    "agreement in doubt": lambda: agreement(agreement_table(between=0.89, doubtful=DOUBTFUL)),
    "agreement of the worst": lambda: agreement(agreement_table(alphas=(-0.8, 1.0), between=-1.0)),
    "agreement of one": lambda: agreement(agreement_table(FRAMES[:1], [None])),
    "agreement with hostile names": lambda: agreement(
        agreement_table(HOSTILE_NAMES, doubtful=[f"frame-{n}" for n in range(0, 12, 2)])
    ),
    "agreement of none": lambda: agreement(agreement_table([])),
    "findings": lambda: robustness(finding_table(["المدن", "الأخبار"])),
    "findings in doubt": lambda: robustness(finding_table(["المدن", "الأخبار", "العربي"], doubtful=DOUBTFUL)),
    "findings of one": lambda: robustness(finding_table(["المدن", "الأخبار"], FRAMES[:1])),
    "findings with hostile names": lambda: robustness(
        finding_table(HOSTILE_NAMES, HOSTILE_NAMES, [f"frame-{n}" for n in range(0, 12, 2)])
    ),
    "findings of none": lambda: robustness(finding_table(["أ"], [])),
}
TABLES = {
    frame_shares: lambda: share_table(SEEDS),
    voice_shares: lambda: voice_table(SEEDS),
    speaker_shares: lambda: speaker_table(SEEDS),
    stance_counts: lambda: stance_table(SEEDS),
    lambda table: voice_strip(table, HEADLINE): lambda: strip_table(11, 270),
    frame_modes: lambda: mode_table(SEEDS),
    frame_voices: lambda: voice_frame_table(VOICES),
    label_voices: lambda: label_table(VOICES),
    cooccurrence: pair_table,
    agreement: lambda: agreement_table(FRAMES[:3]),
    robustness: lambda: finding_table(["المدن", "الأخبار"]),
}
