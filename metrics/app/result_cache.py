"""Results that are kept by key, the longest unused forgotten first.

In: a key that holds everything that a result depends on, and what makes it. Out: the result, made once for all threads
that ask. Keys are compared, not serialised: Streamlit's own cache takes a third of a run to hash them.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock, RLock
from typing import Any


class ResultCache:
    """At most ``most`` results. What is there is given at once, also while another one is being made."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: OrderedDict[tuple[object, ...], Any] = OrderedDict()
        self._lock = Lock()
        self._making = RLock()  # a result may be made from others

    def kept(self, key: tuple[object, ...], make: Callable[[], Any]) -> Any:
        """What ``make`` returned for this key.

        >>> results = ResultCache(2)
        >>> [results.kept((name,), lambda name=name: f"made {name}") for name in "aba"]
        ['made a', 'made b', 'made a']
        >>> results.kept(("c",), lambda: "made c"), results.kept(("a",), lambda: "again")
        ('made c', 'made a')
        >>> results.kept(("b",), lambda: "again")
        'again'
        """
        missing = object()
        if (found := self._found(key, missing)) is not missing:
            return found
        with self._making:
            if (found := self._found(key, missing)) is not missing:
                return found
            made = make()
            with self._lock:
                self._made[key] = made
                while len(self._made) > self._most:
                    self._made.popitem(last=False)
        return made

    def _found(self, key: tuple[object, ...], missing: object) -> Any:
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
            return self._made.get(key, missing)
