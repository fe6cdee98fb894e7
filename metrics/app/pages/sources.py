"""Sources and claims: every document and what rests on it, every claim and how it stands; one search over all."""

import streamlit as st

from metrics.app.controls import mirror, narrow, on_change, put
from metrics.app.form import Form
from metrics.app.frame import here, notes
from metrics.app.search import SearchGroup, find, hit, index
from metrics.figures.blocks import HitGroup, citing, footer, found_list
from metrics.figures.page_parts import claims_parts, sources_parts
from metrics.progress import with_hindsight
from metrics.records.vocabulary import Access, Assessment, ClaimKind, Independence

SHOW, SEARCH, SOURCE, CLAIM, PAGE = "show", "q", "source", "claim", "page"
WHO, HOW, ASSESSMENT, KIND = "independence", "access", "assessment", "kind"
SOURCES, CLAIMS = "sources", "claims"

#: Entries on one page, and pages that can be asked for: the list stays quick to draw and to read.
PER_PAGE, MOST_PAGES = 40, 999

#: Things of each kind that a search names at once.
MOST_HITS = 6

now = here()
view, words, held = now.view, now.words, now.known
assessed = with_hindsight(held, view.known_on)

claiming = now.address.choice(SHOW, (SOURCES, CLAIMS), SOURCES) == CLAIMS
search = now.address.text(SEARCH).strip()
articles = tuple(dict.fromkeys(one.source for one in held.claims.values()))
one_source = now.address.choice(SOURCE, articles if claiming else held.sources)
one_claim = now.address.choice(CLAIM, held.claims) if claiming else None
who = now.address.choice(WHO, list(Independence))
how = now.address.choice(HOW, list(Access))
assessment = now.address.choice(ASSESSMENT, list(Assessment)) if assessed else None
kind = now.address.choice(KIND, list(ClaimKind))
asked_page = int(now.address.choice(PAGE, [str(n) for n in range(1, MOST_PAGES)], "1") or 1)

found = find(now.keep(lambda: index(held, words, hindsight=assessed), "search"), search)
sources = [
    one
    for one in (held.sources[entry.id] for entry in found[SearchGroup.SOURCES])
    if (not one_source or one.id == one_source)
    and (not who or one.independence == who)
    and (not how or one.access == how)
]
claims = [
    one
    for one in (held.claims[entry.id] for entry in found[SearchGroup.CLAIMS])
    if (not one_claim or one.id == one_claim)
    and (not one_source or one.source == one_source)
    and (not assessment or one.assessment == assessment)
    and (not kind or one.kind == kind)
]
pages = max(1, -(-len(claims if claiming else sources) // PER_PAGE))
at = min(asked_page, pages)
part = slice(None) if now.form is Form.PAPER else slice((at - 1) * PER_PAGE, at * PER_PAGE)


def show_changed() -> None:
    """Write what is shown into the address; choices that the other list does not know are left behind."""
    show = st.session_state["mp-show"]
    put(SHOW, None if show == SOURCES else show)
    for parameter in (PAGE, CLAIM, *([] if one_source in articles else [SOURCE])):
        put(parameter, None)


def show_all() -> None:
    """Leave the one source or claim."""
    put(SOURCE, None)
    put(CLAIM, None)


def filters() -> None:
    """The search, and what narrows the list."""
    everything = words.say("page.sources.all")
    mirror("mp-search", search)
    st.text_input(
        words.say("page.sources.search"),
        key="mp-search",
        max_chars=100,
        on_change=on_change(SEARCH, "mp-search", lambda text: (text or "").strip() or None),
        width=420,
    )
    if claiming:
        if assessed:
            narrow(
                ASSESSMENT,
                words.say("page.sources.assessment"),
                Assessment,
                assessment,
                name=lambda one: words.assessment(Assessment(one)),
                every=everything,
                width=170,
            )
        narrow(
            SOURCE,
            words.say("page.sources.article"),
            articles,
            one_source,
            name=lambda one: words.text(held.sources[one].publisher),
            every=everything,
            width=230,
        )
        narrow(
            KIND,
            words.say("page.sources.kind"),
            ClaimKind,
            kind,
            name=lambda one: words.claim_kind(ClaimKind(one)),
            every=everything,
            width=190,
        )
    else:
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
    if one_claim or (one_source and not claiming):
        label = "page.sources.show_all_claims" if claiming else "page.sources.show_all"
        st.button(words.say(label), on_click=show_all)


def found_groups() -> list[HitGroup]:
    """What the search found beside the list that is shown."""
    lists = {SearchGroup.SOURCES: None, SearchGroup.CLAIMS: CLAIMS}
    return [
        HitGroup(
            words.say(f"page.sources.found.{group}"),
            tuple(hit(entry, search, view) for entry in entries[:MOST_HITS]),
            len(entries),
            view.href("sources", show=lists[group], q=search)
            if group in lists and len(entries) > MOST_HITS
            else None,
        )
        for group, entries in found.items()
        if group is not (SearchGroup.CLAIMS if claiming else SearchGroup.SOURCES)
    ]


notes(now)
if claiming:
    every = list(held.claims.values())
    head, *lists = claims_parts(now.page, every, claims[part], found=len(claims))
    lists = lists[1:] if one_claim else lists
else:
    cites = now.keep(lambda: citing(held, words, view.href), "citing")
    head, *lists = sources_parts(now.page, sources[part], cites, found=len(sources), of=len(held.sources))
st.html(head.make())
mirror("mp-show", CLAIMS if claiming else SOURCES)
counts = {SOURCES: len(found[SearchGroup.SOURCES]), CLAIMS: len(found[SearchGroup.CLAIMS])}
st.segmented_control(
    words.say("page.sources.show"),
    (SOURCES, CLAIMS),
    format_func=lambda one: words.say(f"page.sources.show_{one}", n=counts[one]),
    key="mp-show",
    required=True,
    label_visibility="collapsed",
    on_change=show_changed,
)
with st.container(key="mp-filters", horizontal=True, gap="small", vertical_alignment="bottom"):
    filters()
if search:
    st.html(found_list(found_groups(), words))
listed = tuple(one.id for one in (claims if claiming else sources)[part])
for one in lists:
    st.html(now.keep(one.make, "claims", one.name, () if one.name == "table" else listed))
if pages > 1:
    mirror("mp-pages", at)
    st.segmented_control(
        words.say("page.sources.page"),
        list(range(1, pages + 1)),
        key="mp-pages",
        required=True,
        on_change=on_change(PAGE, "mp-pages", lambda n: str(n) if n and n > 1 else None),
    )
st.html(footer(now.known, words, known_on=view.known_on, link=view.href))
