"""Writing Vietnamese: folding, slugs, alphabetical order, dates, numbers, syllables.

Answers for characters and conventions of writing only. It knows nothing of laws, items or pages.

>>> from giamngheo.ground.vietnamese import fold, slugify, format_money, format_partial
>>> fold("Hộ nghèo, ĐẤT ĐAI")
'ho ngheo, dat dai'
>>> slugify("52/KH-UBND")
'52-kh-ubnd'
>>> format_money(1_500_000)
'1,5 triệu đồng'
>>> format_partial("2025-12")
'tháng 12/2025'
"""

from giamngheo.ground.vietnamese.collation import CollationKey, collation_key
from giamngheo.ground.vietnamese.dates import format_day, format_long_day, format_moment
from giamngheo.ground.vietnamese.folding import fold
from giamngheo.ground.vietnamese.normalization import normalize
from giamngheo.ground.vietnamese.numbers import format_money, format_number
from giamngheo.ground.vietnamese.partial_dates import PartialDate, format_partial, parse_partial_date
from giamngheo.ground.vietnamese.slugs import file_slug, slugify
from giamngheo.ground.vietnamese.syllables import count_syllables

__all__ = [
    "CollationKey",
    "PartialDate",
    "collation_key",
    "count_syllables",
    "file_slug",
    "fold",
    "format_day",
    "format_long_day",
    "format_moment",
    "format_money",
    "format_number",
    "format_partial",
    "normalize",
    "parse_partial_date",
    "slugify",
]
