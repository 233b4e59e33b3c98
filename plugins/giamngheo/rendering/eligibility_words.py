"""Eligibility rules in words: the short list under "Ai được"."""

from __future__ import annotations

from msgspec import Struct

from giamngheo.content.eligibility import Ages, Rule

_WORDS: dict[str, dict[str, str]] = {
    "household": {
        "ho-ngheo": "hộ nghèo",
        "ho-can-ngheo": "hộ cận nghèo",
        "ho-moi-thoat-ngheo": "hộ mới thoát nghèo",
        "ho-muc-song-trung-binh": "hộ có mức sống trung bình",
        "ho-khac": "hộ khác",
    },
    "area": {"nong-thon": "ở nông thôn", "do-thi": "ở đô thị"},
    "commune_class": {
        "dac-biet-kho-khan": "ở xã đặc biệt khó khăn (khu vực III)",
        "bai-ngang": "ở xã đặc biệt khó khăn vùng bãi ngang, ven biển, hải đảo",
        "thon-dac-biet-kho-khan": "ở thôn đặc biệt khó khăn",
        "xa-ngheo": "ở xã nghèo",
        "khac": "ở xã, phường khác",
    },
    "disability": {
        "dac-biet-nang": "người khuyết tật đặc biệt nặng",
        "nang": "người khuyết tật nặng",
        "nhe": "người khuyết tật nhẹ",
        "khong": "không khuyết tật",
    },
    "learner": {
        "mam-non": "trẻ học mầm non",
        "tieu-hoc": "học sinh tiểu học",
        "thcs": "học sinh trung học cơ sở",
        "thpt": "học sinh trung học phổ thông",
        "hoc-nghe": "người học nghề",
        "dai-hoc": "sinh viên",
        "khong": "không đi học",
    },
}
_TOGETHER = {
    "disability": (frozenset({"dac-biet-nang", "nang", "nhe"}), "người khuyết tật"),
    "commune_class": (
        frozenset({"dac-biet-kho-khan", "bai-ngang", "thon-dac-biet-kho-khan"}),
        "ở nơi đặc biệt khó khăn",
    ),
}
"""Values that have one name when a rule names all of them."""
_FLAGS: dict[str, tuple[str, str]] = {
    "everyone": ("mọi người", "không ai"),
    "ethnic_minority": ("người dân tộc thiểu số", "không phải người dân tộc thiểu số"),
    "pregnant_or_nursing": ("phụ nữ mang thai hoặc nuôi con nhỏ", "không mang thai, không nuôi con nhỏ"),
    "child_under_16": ("hộ có trẻ dưới 16 tuổi", "hộ không có trẻ dưới 16 tuổi"),
    "worker": ("người lao động cần việc làm hoặc học nghề", "không cần việc làm, học nghề"),
    "has_pension": ("người có lương hưu", "người không có lương hưu"),
    "social_allowance": ("người đang hưởng trợ cấp xã hội hằng tháng", "người không hưởng trợ cấp xã hội hằng tháng"),
    "single_parent": ("người một mình nuôi con", "không phải một mình nuôi con"),
    "orphan": ("trẻ mồ côi", "không mồ côi"),
}


class WhoLine(Struct, frozen=True):
    """One way to be entitled; `options` are alternatives of which one must hold besides `text`."""

    text: str
    options: tuple[WhoLine, ...] = ()

    def __str__(self) -> str:
        """Return the same as one sentence, for outlets without lists in lists."""
        return f"{self.text} {'; '.join(_small(str(option)) for option in self.options)}".strip()


def who_lines(rule: Rule) -> tuple[WhoLine, ...]:
    """One line per alternative of the rule, each beginning with a capital."""
    return tuple(_line(part) for part in _alternatives(rule))


def _alternatives(rule: Rule) -> list[Rule]:
    if rule.any_ is None:
        return [rule]
    return [inner for part in rule.any_ for inner in _alternatives(part)]


def _line(rule: Rule) -> WhoLine:
    parts = rule.all_ or (rule,)
    choices = [part for part in parts if part.any_]
    plain = [part for part in parts if not part.any_]
    if not choices:
        return WhoLine(_capital(rule_words(rule)))
    text = ", ".join([_small(_nested(part)) for part in (*plain, *choices[:-1])])
    lead = f"{text}, và thuộc một trong các trường hợp:" if text else "thuộc một trong các trường hợp:"
    return WhoLine(_capital(lead), who_lines(choices[-1]))


def rule_words(rule: Rule) -> str:  # noqa: PLR0911 - one line for each sort of condition
    """A rule as one phrase: conditions joined by commas, alternatives by "hoặc"."""
    key = rule.key
    if rule.all_ is not None:
        return ", ".join(_small(_nested(part)) for part in rule.all_)
    if rule.any_ is not None:
        return " hoặc ".join(_small(_nested(part)) for part in rule.any_)
    if rule.not_ is not None:
        return f"trừ {rule_words(rule.not_)}"
    if rule.age is not None:
        return _age_words(rule.age)
    if rule.other is not None:
        return _small(rule.other)
    value = getattr(rule, key)
    if key in _TOGETHER and set(value) == _TOGETHER[key][0]:
        return _TOGETHER[key][1]
    if key in _FLAGS:
        return _FLAGS[key][0 if value else 1]
    return _join([_WORDS[key][one] for one in value])


def value_words(fact: str) -> dict[str, str]:
    """How people with one value of a fact are called; empty for facts of yes and no, and for ages."""
    return _WORDS.get(fact, {})


def negated_words(rule: Rule) -> str:
    """The contrary of one condition as a phrase."""
    if rule.key in _FLAGS:
        return _FLAGS[rule.key][1 if getattr(rule, rule.key) else 0]
    return f"không thuộc diện: {rule_words(rule)}"


def _nested(rule: Rule) -> str:
    words = rule_words(rule)
    return f"({words})" if (rule.all_ or rule.any_) and " hoặc " in words else words


def _join(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} hoặc {words[-1]}"


def _age_words(ages: Ages) -> str:
    if ages.from_ is None:
        return f"từ {ages.to} tuổi trở xuống"
    if ages.to is None:
        return f"từ đủ {ages.from_} tuổi trở lên"
    return f"từ đủ {ages.from_} đến {ages.to} tuổi"


def _small(text: str) -> str:
    """The same text as part of a sentence; a word in capitals ("UBND") and a name ("Hà Nội") keep them."""
    second = text.partition(" ")[2]
    return text if text[1:2].isupper() or second[:1].isupper() else text[:1].lower() + text[1:]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
