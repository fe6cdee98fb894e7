"""Each fault is told at its place, in words that name what stands there, what may, and the likely fix."""

import pytest

from metrics.records.fault import FAULTS
from tests.records.conftest import Draft
from tests.records.faults import ALL, Spoilt
from tests.records.test_folder import FOLDERS


def spoil(draft: Draft, spoilt: Spoilt) -> None:
    if spoilt.old is None:
        draft.write(spoilt.file, spoilt.new)
    else:
        assert isinstance(spoilt.new, str)
        draft.spoil(spoilt.file, spoilt.old, spoilt.new)


@pytest.mark.parametrize("spoilt", ALL, ids=lambda spoilt: spoilt.name)
def test_fault_is_told_where_it_stands_and_nothing_else_is(spoilt: Spoilt, draft: Draft) -> None:
    spoil(draft, spoilt)
    assert [spoilt.file + told for told in spoilt.told] == draft.problems()


def test_draft_is_in_order_before_it_is_spoilt(draft: Draft) -> None:
    assert [] == draft.problems()


def test_every_kind_of_fault_is_shown_by_an_example(draft: Draft) -> None:
    shown = set()
    for spoilt in ALL:
        fresh = Draft(draft.path)
        spoil(fresh, spoilt)
        shown |= {problem.kind for problem in fresh.read()[1]}
    assert set(FAULTS) - {"more", "many_more", "unreadable", "not_a_folder"} == shown | {
        kind for kind, *_ in FOLDERS
    }
