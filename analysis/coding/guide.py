"""The words of the coding sheet: its headings and the guide for those who fill it in."""

from collections.abc import Iterator

from analysis.schemes import Scheme

# No frame's id has a capital, so no frame takes the place of one of these.
UNIT, BEFORE, SENTENCE, NOTES = "Unit", "Sentence before", "Sentence", "Notes"
ARABIC = {UNIT: "المعرّف", BEFORE: "الجملة السابقة", SENTENCE: "الجملة", NOTES: "ملاحظات"}

HOW = (
    (
        "رمِّز كل جملة في ورقة codes على حدة، وفق ما تقوله هي نفسها. الجملة السابقة معروضة للفهم فقط ولا تُرمَّز.",
        "Code each sentence of the sheet codes by itself, for what it says. The sentence before it is shown for "
        "understanding only and is not coded.",
    ),
    (
        "اختر 1 إذا استحضرت الجملة الإطار و0 إذا لم تستحضره. قد تجتمع أطر عدة في جملة واحدة، وقد لا يكون فيها أي "
        "إطار: عندئذ 0 في كل عمود.",
        "Choose 1 where the sentence invokes the frame, 0 where it does not. Several frames may hold; where none "
        "does, 0 stands in every column.",
    ),
    (
        "الخلية الفارغة تعني أنها لم تُرمَّز بعد. لا تخمِّن، واكتب شكوكك في عمود الملاحظات.",
        "An empty cell means: not coded. Do not guess; doubts go into the column of notes.",
    ),
    (
        "لا تُذكر الوسيلة الإعلامية عمدًا، فمن يعرفها يتوقع أطرها قبل أن يقرأ. لا تبحث عنها.",
        "The outlet is left out on purpose: who knows it expects its frames before reading. Do not look it up.",
    ),
    (
        "الترتيب عشوائي عمدًا، فتبقى الورقة عيّنة وإن مُلئ جزء منها. ابدأ من الأعلى.",
        "The order is random on purpose, so that a sheet filled in part is still a sample. Begin at the top.",
    ),
    (
        "رمِّز وحدك، من غير أن ترى أوراق غيرك.",
        "Code alone, without seeing the sheets of others.",
    ),
    (
        "الجمل والمعرّفات مقفلة كي لا تتغير. احفظ الملف بصيغة xlsx وباسم يدل عليك في المجلد codes: فالملف mona.xlsx "
        "هو ترميز mona.",
        "Sentences and ids are locked so that they stay as they are. Save the file as .xlsx under a name of yours in "
        "the folder codes/: mona.xlsx holds the codes of mona.",
    ),
)

COLUMNS = (
    "الإطار",
    "Frame",
    "Definition",
    "مثال له",
    "Why it holds",
    "مثال ليس له",
    "Why it does not",
)


def heading(name: str, arabic: str) -> str:
    """A column's heading: its Arabic name and, in the last line, the name by which it is read back."""
    return f"{arabic}\n{name}"


def frame_rows(scheme: Scheme) -> Iterator[tuple[str, ...]]:
    """What the guide says of each frame, by COLUMNS.

    The entries that find a frame are left out: codes made with the list at hand could not test it.
    """
    for frame in scheme.frames:
        for_it, against = frame.positive, frame.negative
        name = f"{frame.name_en}\n{frame.id}"
        yield frame.name_ar, name, frame.definition, for_it.sentence, for_it.why, against.sentence, against.why
