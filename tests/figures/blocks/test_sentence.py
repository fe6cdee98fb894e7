from metrics.figures.blocks import verdict_sentence


def test_counts_are_links_with_the_colour_of_their_group_to_just_their_targets(
    glance, records, words, link, tree
):
    overview = words.overview(glance, records, known_on=glance[0].known_on, plans=records.glance.plans)
    page = tree(verdict_sentence(overview, link))
    found = [(a.attrs["class"], a.attrs["href"], a.text) for a in page.one("h1").all("a")]
    assert [
        ("mp-pos", "targets?status=met", "two are met"),
        ("mp-open", "targets?status=inconclusive", "two are inconclusive"),
        ("mp-open", "targets?status=unverified", "two are due and not verified"),
        ("mp-mute", "targets?status=no_data%2Cstale", "four cannot be checked"),
    ] == found


def test_the_sentence_keeps_its_spaces(glance, records, words, link, tree):
    overview = words.overview(glance, records, known_on=glance[0].known_on, plans=records.glance.plans)
    html = verdict_sentence(overview, link)
    assert "</a> on most readings, <a" in html
    assert overview.dek == tree(html).one("p", cls="mp-dek").text
