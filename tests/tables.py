"""Tables of many small cases: one test for all of them, which fails with every case that does not pass.

Collecting and reporting a test takes longer than the smallest cases do, and each worker collects all tests. A table
whose cases take more than a few milliseconds is better parametrized: workers share those.

Example::

    @for_each("code", CODES)
    def test_a_wording_has_its_parts(code: str) -> None:
        assert messages()[code]
"""

from collections.abc import Callable, Iterable
from typing import Any

import pytest


def for_each(
    names: str | tuple[str, ...], cases: Iterable[Any], ids: Iterable[str] | None = None
) -> Callable[..., Any]:
    """Call a test for each case, as `pytest.mark.parametrize` with the same arguments would.

    Args:
        names: Of the test's arguments: one, or as many as each case has values.
        cases: At least one, so that an empty table does not pass.
        ids: A name for each case in the message of a failure; the case itself unless given.
    """
    cases = list(cases)
    labels = list(ids) if ids is not None else list(map(repr, cases))
    assert cases
    assert len(labels) == len(cases)

    def decorate(test: Callable[..., None]) -> Callable[[], None]:
        def run_all() -> None:
            failures = []
            for label, case in zip(labels, cases, strict=True):
                values = {names: case} if isinstance(names, str) else dict(zip(names, case, strict=True))
                try:
                    test(**values)
                except Exception as error:  # Of whatever kind: the other cases are tried too.
                    failures.append(f"{label}: {type(error).__name__}: {error}")
            if failures:
                pytest.fail(f"{len(failures)} of {len(cases)} cases:\n" + "\n\n".join(failures), pytrace=False)

        run_all.__name__, run_all.__doc__ = test.__name__, test.__doc__
        return run_all

    return decorate
