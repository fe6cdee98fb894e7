"""Sources: every document, what rests on it, who speaks in it and how directly it reaches us."""

import streamlit as st

from metrics.app.citing import citing
from metrics.app.controls import mirror, narrow, on_change, put
from metrics.app.frame import here, notes
from metrics.app.search import matches
from metrics.figures.blocks import footer, page_head, source_rows
from metrics.records.vocabulary import Access, Independence

SEARCH, SOURCE, WHO, HOW, PAGE = "q", "source", "independence", "access", "page"

#: Sources on one page: the list stays quick to draw and to read.
PER_PAGE = 40

now = here()
view, words, held = now.view, now.words, now.known

search = now.address.text(SEARCH)
one_source = now.address.choice(SOURCE, held.sources)
who = now.address.choice(WHO, list(Independence))
how = now.address.choice(HOW, list(Access))
cites = now.keep(lambda: citing(held, words, view), "citing")
found = [
    one
    for one in held.sources.values()
    if (not one_source or one.id == one_source)
    and (not who or one.independence == who)
    and (not how or one.access == how)
    and matches(one, search)
]
pages = max(1, -(-len(found) // PER_PAGE))
at = int(now.address.choice(PAGE, [str(n) for n in range(1, pages + 1)], "1") or 1)
part = found[(at - 1) * PER_PAGE : at * PER_PAGE]

notes(now)
st.html(
    page_head(
        words.say("page.sources.title"),
        words.say(
            "page.sources.lead_every" if len(found) == len(held.sources) else "page.sources.lead",
            n=len(found),
            all=len(held.sources),
            day=words.day(view.known_on),
        ),
    )
)
with st.container(key="mp-filters", horizontal=True, gap="small", vertical_alignment="bottom"):
    everything = words.say("page.sources.all")
    mirror("mp-search", search)
    st.text_input(
        words.say("page.sources.search"),
        key="mp-search",
        max_chars=100,
        on_change=on_change(SEARCH, "mp-search", lambda text: (text or "").strip() or None),
        width=320,
    )
    narrow(
        WHO,
        words.say("page.sources.independence"),
        Independence,
        who,
        name=lambda one: words.independence(Independence(one)),
        every=everything,
        width=220,
    )
    narrow(
        HOW,
        words.say("page.sources.access"),
        Access,
        how,
        name=lambda one: words.access(Access(one)),
        every=everything,
        width=220,
    )
    if one_source:
        st.button(
            words.say("page.sources.show_all"),
            on_click=put,
            args=(SOURCE, None),
        )
st.html(source_rows(part, cites, words))
if pages > 1:
    mirror("mp-pages", at)
    st.segmented_control(
        words.say("page.sources.page"),
        list(range(1, pages + 1)),
        key="mp-pages",
        required=True,
        on_change=on_change(PAGE, "mp-pages", lambda n: str(n) if n and n > 1 else None),
    )
st.html(footer(now.records, words, known_on=view.known_on, link=view.href))
