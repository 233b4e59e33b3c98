"""Which private numbers a text holds: reads each run of digits once, from left to right.

Order settles doubt: words that say "tài khoản" or "căn cước" outweigh the mere shape of a telephone number.
"""

from collections.abc import Iterator

from giamngheo.content.privacy.accounts import account_at, find_lettered_accounts
from giamngheo.content.privacy.digits import (
    Number,
    NumberRun,
    find_stretches,
    groups_of_sum,
    may_begin_number,
    number_runs_in,
)
from giamngheo.content.privacy.findings import FindingKind, Mention
from giamngheo.content.privacy.identity import find_insurance_cards, find_passports, identity_number_at
from giamngheo.content.privacy.phones import national_digits, phone_at
from giamngheo.content.privacy.prose import Prose


def find_private_numbers(prose: Prose, hotlines: frozenset[str]) -> Iterator[Mention]:
    """Papers, accounts and telephones; `hotlines` are allowed numbers as national digits."""
    yield from find_passports(prose)
    stretches = find_stretches(prose)
    yield from find_insurance_cards(prose, stretches)
    yield from find_lettered_accounts(prose, stretches)
    for stretch in stretches:
        for run in number_runs_in(prose, stretch):
            yield from _read_run(prose, run, hotlines)


def _read_run(prose: Prose, run: NumberRun, hotlines: frozenset[str]) -> Iterator[Mention]:
    group = 0
    while group < len(run.pieces):
        if groups := _groups_of_sum(prose, run, group):
            group += groups
            continue
        found = _number_at(prose, run, group) if may_begin_number(prose, run, group) else None
        if found is None:
            group += 1
            continue
        kind, number = found
        if not (kind == "so-dien-thoai" and national_digits(number.digits) in hotlines):
            yield Mention(kind, number.start, number.end)
        group += number.groups


def _groups_of_sum(prose: Prose, run: NumberRun, group: int) -> int:
    """Count the groups to pass over: no part of a sum is anybody's number, unless all of it is a telephone's."""
    groups = groups_of_sum(prose, run, group)
    phone = phone_at(prose, run, group) if groups else None
    return 0 if phone and phone.groups == groups else groups


def _number_at(prose: Prose, run: NumberRun, group: int) -> tuple[FindingKind, Number] | None:
    if phone := phone_at(prose, run, group):
        return _phone_or_more_exact(prose, run, group, phone)
    if identity := identity_number_at(prose, run, group):
        return _account_of_same_length(prose, run, group, identity)
    if account := account_at(prose, run, group):
        return "tai-khoan", account
    return None


def _phone_or_more_exact(prose: Prose, run: NumberRun, group: int, phone: Number) -> tuple[FindingKind, Number]:
    identity = identity_number_at(prose, run, group)
    if identity and identity.end >= phone.end:
        return "so-giay-to", identity
    account = account_at(prose, run, group)
    return ("tai-khoan", account) if account else ("so-dien-thoai", phone)


def _account_of_same_length(prose: Prose, run: NumberRun, group: int, identity: Number) -> tuple[FindingKind, Number]:
    """Accounts may have 12 digits too; the paper wins unless the words nearest speak of an account."""
    account = account_at(prose, run, group)
    return ("tai-khoan", account) if account else ("so-giay-to", identity)
