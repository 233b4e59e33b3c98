"""The words that are shown around a citation."""

from __future__ import annotations

from giamngheo.rendering.cited import cite_in

CITED = "Nghị định số 07/2021/NĐ-CP"


def _clauses(text: str) -> list[str]:
    return [place.clause for place in cite_in(text, "", 0)[1]]


def test_a_clause_goes_from_sign_to_sign() -> None:
    assert _clauses(f"Một câu. Theo {CITED}, hộ nghèo được giúp; câu sau.") == [f"Theo {CITED}, hộ nghèo được giúp"]


def test_a_long_clause_is_cut_at_words_with_the_citation_in_it() -> None:
    before, after = "hộ nghèo " * 200, " được giúp" * 200
    (clause,) = _clauses(f"Đầu. {before}theo {CITED}{after}. Cuối.")
    assert clause.startswith("… ")
    assert clause.endswith("…")
    assert CITED in clause
    assert len(clause) <= 243


def test_signs_far_away_change_nothing() -> None:
    around = f"{'hộ nghèo ' * 60}theo {CITED}{' được giúp' * 60}"
    assert _clauses(f"Một. {around}. Hai.") == _clauses(f"{'Một. ' * 50}{around}{'. Hai' * 50}")


def test_thousands_of_citations_in_one_line_are_all_found() -> None:
    clauses = _clauses(f"{CITED} " * 800)
    assert len(clauses) == 800
    assert all(CITED in clause and len(clause) <= 243 for clause in clauses)
