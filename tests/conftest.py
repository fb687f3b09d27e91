"""A small study of our own sentences, to be changed by each test as it needs."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

TEXTS = {
    "a.txt": "وصل الوفد إلى العاصمة مساء أمس لبحث التعاون بين البلدين في التجارة.\nوقال رئيسه إن المحادثات جيدة.\n",
    "b.txt": "افتتاح المدرسة\n\nافتتحت الوزيرة المدرسة الجديدة أمس بحضور الأهالي. وشكرت الوزيرة المعلمين.\n",
}
SOURCES = """file,outlet,outlet_name_ar,outlet_name_en,published,event
a.txt,north,الشمال,The North,2024-05-01,visit
b.txt,south,الجنوب,The South,,
"""


@pytest.fixture
def study(tmp_path) -> Path:
    """The folder of a study with two short texts of two outlets, on the project's own codebook."""
    (tmp_path / "texts").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "texts" / name).write_text(text, encoding="utf-8", newline="")
    (tmp_path / "texts" / "sources.csv").write_text(SOURCES, encoding="utf-8")
    (tmp_path / "study.yml").write_text("title: Two short texts\ncorpus: texts/\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def own_codebook(study) -> Path:
    """The folder of a copy of the codebook that the study uses."""
    shutil.copytree(ROOT / "codebook", study / "codebook")
    with (study / "study.yml").open("a", encoding="utf-8") as file:
        file.write("codebook: codebook/\n")
    return study / "codebook"
