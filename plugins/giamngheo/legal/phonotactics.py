"""Which letters can be a Vietnamese syllable: onset, rhyme and tone, after the rules of spelling.

Source: the inventory of onsets and rhymes of standard orthography (Hoàng Phê, "Chính tả tiếng Việt").
No dictionary: "giẳm" passes because it could be said, "gidm" and "tiéu" do not.
"""

import re
import unicodedata
from functools import lru_cache

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_ONSETS = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|q(?=u)|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x|"
_OPEN = (
    "a|e|ê|i|o|ô|ơ|u|ư|y|ia|ya|ua|ưa|uê|uơ|uy|oa|oe|uya|ai|ao|au|ay|âu|ây|eo|êu|iu|iêu|yêu|oi|ôi|ơi|ui|uôi|ưi|ươi|"
    "ưu|ươu|oai|oay|oao|oeo|uây|uyu|uao|uai|uay|uau|ươ|uôu"
)
_NASAL = (
    "am|ăm|âm|em|êm|im|om|ôm|ơm|um|iêm|yêm|uôm|ươm|oam|oăm|uym|uêm|an|ăn|ân|en|ên|in|on|ôn|ơn|un|ưn|iên|yên|uôn|ươn|"
    "oan|oăn|oen|uân|uyn|uyên|uên|ang|ăng|âng|eng|êng|ong|ông|ung|ưng|iêng|yêng|uông|ương|oang|oăng|oong|ôông|uâng|"
    "anh|ênh|inh|ynh|oanh|uênh|uynh|uang|uăng|uanh|uan|uăn|uen|uom|uam|uăm|uong|ăng"
)
_STOPPED = (
    "ap|ăp|âp|ep|êp|ip|op|ôp|ơp|up|iêp|ươp|oap|oăp|uyp|at|ăt|ât|et|êt|it|ot|ôt|ơt|ut|ưt|iêt|yêt|uôt|ươt|oat|oăt|oet|"
    "uât|uyt|uyêt|uêt|ac|ăc|âc|ec|oc|ôc|uc|ưc|iêc|uôc|ươc|oac|oăc|ooc|ich|ach|êch|ych|oach|uêch|uych|uac|uăc|uat|uăt|"
    "uach|uap|uec|uet"
)
_SPOKEN = re.compile(rf"(?:{_ONSETS})(?:{_OPEN}|{_NASAL}|{_STOPPED})|gi[nmpt]?|qu[iyơê]?")
_STOPPED_END = re.compile(rf"(?:{_ONSETS})(?:{_STOPPED})")
_LONGEST = 7  # "nghiêng"


@lru_cache(maxsize=20_000)
def is_possible(syllable: str) -> bool:
    """Whether these letters can be one Vietnamese syllable, in any case; never raises.

    A syllable that ends in c, ch, p or t takes only the tones sắc and nặng.
    """
    letters = unicodedata.normalize("NFD", unicodedata.normalize("NFC", syllable).lower())
    tones = [mark for mark in letters if ord(mark) in _TONES]
    bare = unicodedata.normalize("NFC", letters.translate(_TONES))
    if len(bare) > _LONGEST or len(tones) > 1 or not _SPOKEN.fullmatch(bare):
        return False
    return not _STOPPED_END.fullmatch(bare) or tones in (["\u0301"], ["\u0323"])
