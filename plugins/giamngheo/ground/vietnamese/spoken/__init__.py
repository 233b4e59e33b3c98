"""Written official prose → the words that a synthetic voice or a village announcer says.

Answers for how writing is read; it knows nothing of items or pages. Every rule is one pattern with one reading; all are
tried in one pass over the text.

>>> from giamngheo.ground.vietnamese.spoken import speak
>>> speak("Kế hoạch 52/KH-UBND: 2,2 triệu đồng/người/tháng từ 1/9")
'Kế hoạch số năm mươi hai của Ủy ban nhân dân: hai phẩy hai triệu đồng một người một tháng từ ngày mùng một tháng chín'
"""

from giamngheo.ground.vietnamese.spoken.aloud import Spoken, read_aloud, speak
from giamngheo.ground.vietnamese.spoken.numbers import number_words
from giamngheo.ground.vietnamese.spoken.reading import Reading, Region

__all__ = ["Reading", "Region", "Spoken", "number_words", "read_aloud", "speak"]
