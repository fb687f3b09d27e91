"""Workbooks as bytes that depend on nothing but what the workbook holds."""

import io
from datetime import datetime
from zipfile import ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first time a zip file can name


def pinned(book: Workbook) -> bytes:
    """The workbook as .xlsx without names and with one fixed time: the same bytes whenever and wherever it is written.

    Workbook.save would write the time into the properties and into every member of the archive. Not compressed,
    because builds of zlib differ in how well they deflate.
    """
    book.properties.creator = None
    book.properties.created = book.properties.modified = datetime(*EPOCH)
    written, result = io.BytesIO(), io.BytesIO()
    ExcelWriter(book, ZipFile(written, "w")).save()
    with ZipFile(written) as archive, ZipFile(result, "w") as fixed:
        for name in archive.namelist():
            fixed.writestr(ZipInfo(name, EPOCH), archive.read(name))
    return result.getvalue()
