"""Pages and fonts laid on the disk."""

import os
import shutil
from importlib import import_module
from pathlib import Path

# Package → the faces that page.html.j2 names; its licence asks to be passed on with them.
FONTS = {
    "fontpkg_ibm_plex_sans_arabic": ("IBMPlexSansArabic-Regular.ttf", "IBMPlexSansArabic-SemiBold.ttf"),
    "fontpkg_amiri": ("Amiri-Regular.ttf", "Amiri-Bold.ttf"),
}


def write(path: Path, content: str | bytes) -> Path:
    """The path, at which the content now stands whole: a reader sees the old file or the new, never half.

    Folders are made as needed; the file is replaced even where it is the same, as make goes by its time.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{os.getpid()}.part")
    try:
        part.write_bytes(content.encode() if isinstance(content, str) else content)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    return path


def write_assets(report_dir: Path) -> Path:
    """The folder `assets/` of the report, now with the fonts and their licences."""
    assets = Path(report_dir) / "assets"
    assets.mkdir(parents=True, exist_ok=True)
    for package, faces in FONTS.items():
        source = import_module(package).ROOT
        for face in faces:
            shutil.copyfile(source / "files" / face, assets / face)
        shutil.copyfile(source / "LICENSE", assets / f"LICENSE-{package.removeprefix('fontpkg_')}.txt")
    return assets
