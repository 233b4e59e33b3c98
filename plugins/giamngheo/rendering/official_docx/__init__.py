"""Administrative texts as DOCX files in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I. Reusable for any text.

>>> from datetime import datetime
>>> from giamngheo.rendering.official_docx import OfficialDocument, OfficialParagraph, Properties, write_docx
>>> document = OfficialDocument(doc_type="BÁO CÁO", body=(OfficialParagraph("Kết quả như sau:"),))
>>> day = datetime(2026, 11, 21)
>>> content = write_docx(document, Properties("Báo cáo", "Ủy ban nhân dân xã", day, day))

What a document does not have is left out. The same values always give the same bytes.
"""

from giamngheo.rendering.official_docx.document import (
    OfficialAnnex,
    OfficialBody,
    OfficialDocument,
    OfficialLink,
    OfficialParagraph,
    OfficialTable,
    ParagraphLook,
    Properties,
    TableColumn,
)
from giamngheo.rendering.official_docx.writing import write_docx

__all__ = [
    "OfficialAnnex",
    "OfficialBody",
    "OfficialDocument",
    "OfficialLink",
    "OfficialParagraph",
    "OfficialTable",
    "ParagraphLook",
    "Properties",
    "TableColumn",
    "write_docx",
]
