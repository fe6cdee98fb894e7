"""The timeline in a browser: steps, play, years, lanes, cards and the table, by mouse and by keyboard."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.chromium import settle

KNOWN = "known-on=2026-11-28"
ON = "To the next day on which a verdict changed"
BACK = "To the day before on which a verdict changed"
PLAY = "Play the days on which a verdict changed"


def parameters(page):
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def day(page):
    return parameters(page).get("known-on")


def entries(page):
    return page.locator(".mp-entries tbody tr").count()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_first_screen_shows_the_finding_and_two_thirds_of_the_chart(visit, width, height, language):
    page = visit(f"/timeline?{KNOWN}&lang={language}", width=width, height=height)
    finding = page.locator(".st-key-chart-timeline h2").bounding_box()
    assert 0 < finding["y"] < finding["y"] + finding["height"] < height
    chart = page.locator(".js-plotly-plot").bounding_box()
    assert (height - chart["y"]) / chart["height"] >= 2 / 3


def test_a_step_leads_to_the_next_day_on_which_a_verdict_changed_and_back_undoes_it(visit):
    page = visit("/timeline?known-on=2021-07-10")
    page.get_by_role("button", name=ON).click()
    page.wait_for_url("**known-on=2021-11-14*")
    settle(page)
    assert "14 Nov 2021" in page.locator(".st-key-mp-controls").inner_text()
    assert page.locator(".mp-flip").inner_text().startswith("14 Nov 2021: Core AI industry 2020 turned from")
    page.get_by_role("button", name=BACK).click()
    page.wait_for_url("**known-on=2021-07-10*")
    settle(page)
    page.go_back()
    page.wait_for_url("**known-on=2021-11-14*")
    settle(page)
    assert "14 Nov 2021" in page.locator(".st-key-mp-controls").inner_text()
    page.go_back()
    page.wait_for_url("**known-on=2021-07-10*")


def test_with_shift_a_step_leads_to_the_end_of_a_year(visit):
    page = visit("/timeline?known-on=2019-06-30")
    page.get_by_role("button", name=ON).click(modifiers=["Shift"])
    page.wait_for_url("**known-on=2019-12-31*")
    settle(page)
    page.get_by_role("button", name=BACK).click(modifiers=["Shift"])
    page.wait_for_url("**known-on=2018-12-31*")


def test_keys_step_and_stay_on_the_button(visit):
    page = visit("/timeline?known-on=2018-12-31")
    page.get_by_role("button", name=ON).focus()
    for key, there in (
        ("PageDown", "2019-12-31"),
        ("ArrowRight", "2020-12-31"),
        ("ArrowRight", "2021-07-10"),
        ("Enter", "2021-11-14"),
    ):
        page.keyboard.press(key)
        page.wait_for_url(f"**known-on={there}*")
        settle(page)
    assert page.get_by_role("button", name=ON).evaluate(
        "button => button.getRootNode().activeElement === button"
    )


def test_play_moves_the_day_until_it_is_paused_and_is_one_step_back(visit):
    page = visit("/timeline?known-on=2017-12-31")
    page.get_by_role("button", name=PLAY).click()
    page.wait_for_url("**known-on=2021-11-14*", timeout=20_000)
    page.get_by_role("button", name="Pause").click()
    settle(page)
    paused = day(page)
    page.wait_for_timeout(2500)
    assert paused == day(page)
    assert page.get_by_role("button", name=PLAY).count() == 1
    page.go_back()
    page.wait_for_url("**known-on=2017-12-31*")


def test_any_other_key_pauses_the_play(visit):
    page = visit("/timeline?known-on=2017-12-31")
    page.get_by_role("button", name=PLAY).focus()
    page.keyboard.press("Space")
    page.wait_for_url("**known-on=2019-*")
    page.keyboard.press("Tab")
    settle(page)
    paused = day(page)
    page.wait_for_timeout(2500)
    assert paused == day(page)


def test_play_ends_today_without_a_day_in_the_address(visit):
    page = visit("/timeline?known-on=2025-12-31")
    page.get_by_role("button", name=PLAY).click()
    page.wait_for_function("() => !location.search.includes('known-on')", timeout=20_000)
    settle(page)
    assert page.get_by_role("button", name=PLAY).count() == 1
    assert page.get_by_role("button", name=ON).get_attribute("aria-disabled") == "true"


def test_link_with_years_shows_only_these(visit):
    page = visit(f"/timeline?{KNOWN}&from=2019&to=2021")
    text = page.locator(".st-key-chart-timeline").inner_text()
    assert "Only 2019 to 2021." in text
    assert {"2019", "2020", "2021"} == set(page.locator(".xaxislayer-above text").all_text_contents())
    assert page.locator(".st-key-mp-years").get_by_text("2019–2021", exact=True).count() == 1


def test_handles_of_the_strip_of_years_work_by_keyboard(visit):
    page = visit(f"/timeline?{KNOWN}")
    page.get_by_role("slider", name="First year shown").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**from=2017*")
    settle(page)
    page.get_by_role("slider", name="Last year shown").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**to=2029*")
    settle(page)
    assert {"known-on": "2026-11-28", "from": "2017", "to": "2029"} == parameters(page)
    page.get_by_role("button", name="All years").click()
    page.wait_for_function("() => !location.search.includes('from=')")
    settle(page)
    page.go_back()
    page.wait_for_url("**to=2029*")


def test_a_lane_is_folded_and_opened_by_keyboard(visit):
    page = visit(f"/timeline?{KNOWN}&fold=none")
    high = page.locator(".js-plotly-plot").bounding_box()["height"]
    page.get_by_role("button", name="Lanes", exact=True).click()
    page.locator(".st-key-mp-lanes button", has_text="Regulation").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**fold=regulation*")
    settle(page)
    assert page.locator(".js-plotly-plot").bounding_box()["height"] < high
    assert "Regulation 17" in page.locator(".js-plotly-plot .infolayer").first.text_content()
    page.keyboard.press("Enter")
    page.wait_for_url("**fold=none*")


def test_the_name_of_a_lane_folds_it(visit):
    page = visit(f"/timeline?{KNOWN}&fold=none", height=1400)
    page.locator(".mp-heads a[title='Fold Technology']").click()
    page.wait_for_url("**fold=technology*")
    settle(page)
    assert page.locator(".mp-heads a[title='Open Technology']").count() == 1


def click(page, selector, number=0):
    box = page.locator(selector).nth(number).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_due_date_opens_its_card_and_escape_closes_it(visit):
    page = visit("/timeline?known-on=2026-11-28&plan=aidp-2017&fold=plan,regulation", height=1400)
    page.evaluate("window.untouched = true")
    click(page, ".scatterlayer .trace .points path[d^='M8.5,0']", 1)  # of 2020, 2025 and 2030
    page.wait_for_url("**item=aidp-2017.2025-12-31*")
    settle(page)
    card = page.locator(".mp-card").inner_text()
    assert "AI development plan, due 31 Dec 2025" in card
    assert "Met on 5 of 6" in card
    page.keyboard.press("Escape")
    page.wait_for_function("() => !location.search.includes('item=')")
    settle(page)
    assert 0 == page.locator(".mp-card").count()
    assert "aidp-2017" == parameters(page)["plan"]
    assert page.evaluate("window.untouched") is True


def test_a_chosen_entry_can_be_closed_and_chosen_again(visit):
    page = visit("/timeline?known-on=2026-11-28&fold=plans,plan,regulation,milestone", height=1400)
    for _ in range(2):
        marks = page.locator(".scatterlayer .trace .points path[d^='M4.25,4.25']")
        click(page, ".scatterlayer .trace .points path[d^='M4.25,4.25']", marks.count() - 1)
        page.wait_for_url("**item=*")
        settle(page)
        assert page.locator(".mp-card h2").count() == 1
        page.locator(".mp-card a", has_text="Close").click()
        page.wait_for_function("() => !location.search.includes('item=')")
        settle(page)


def test_an_entry_of_the_table_opens_its_card(visit):
    page = visit(f"/timeline?{KNOWN}&q=entity&from=2018&to=2022")
    assert 1 == entries(page)
    page.locator(".mp-entries th a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**item=ev-entity-list-2019*")
    settle(page)
    assert "Chinese bodies on its Entity List" in page.locator(".mp-card").inner_text()
    kept = parameters(page)
    assert ("entity", "2018", "2022") == (kept["q"], kept["from"], kept["to"])


def test_a_phone_opens_the_chart_at_the_known_on_day(visit):
    page = visit(f"/timeline?{KNOWN}", width=390, height=844)
    box = page.locator('[data-testid="stLayoutWrapper"]:has(> .st-key-scroll-timeline)')
    page.wait_for_function("box => box.scrollLeft > 300", arg=box.element_handle())
    share = box.evaluate("box => (box.scrollLeft + box.clientWidth) / box.scrollWidth")
    assert 0.7 < share < 0.95


def test_the_keyboard_stays_on_the_entry_whose_card_it_opened_and_returns_to_it(visit):
    page = visit(f"/timeline?{KNOWN}&lane=trade_control")
    page.locator("#entry-ev-entity-list-2019").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**item=ev-entity-list-2019*")
    settle(page)
    there = "() => document.activeElement.id === 'entry-ev-entity-list-2019'"
    page.wait_for_function(there)
    page.locator(".mp-card a", has_text="Close").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => !location.search.includes('item=')")
    page.wait_for_function(there)


def test_a_picture_stays_in_sight_while_it_plays(visit):
    page = visit("/timeline?known-on=2017-12-31")
    page.evaluate("""() => {
      window.bare = 0;
      const look = () => {
        const drawn = document.querySelector(".js-plotly-plot .infolayer text");
        if (!drawn) window.bare += 1;
        requestAnimationFrame(look);
      };
      look();
    }""")
    page.get_by_role("button", name=PLAY).click()
    page.wait_for_url("**known-on=2020-12-31*", timeout=20_000)
    page.get_by_role("button", name="Pause").click()
    settle(page)
    assert 0 == page.evaluate("window.bare")


def test_a_new_day_changes_the_chart_in_its_place_and_draws_it_once(visit):
    page = visit(f"/timeline?{KNOWN}")
    page.evaluate("""() => {
      const react = Plotly.react;
      window.drawn = 0;
      Plotly.react = (...given) => ((window.drawn += 1), react(...given));
      document.querySelector(".js-plotly-plot").isTheSame = true;
    }""")
    page.get_by_role("button", name=BACK).click()
    page.wait_for_url("**known-on=2025-12-31*")
    settle(page)
    assert "Policy 14" in page.locator(".js-plotly-plot").text_content()
    assert [1, True] == page.evaluate("[drawn, document.querySelector('.js-plotly-plot').isTheSame]")


def test_the_chart_follows_the_width_of_the_window(visit):
    page = visit(f"/timeline?{KNOWN}")
    page.set_viewport_size({"width": 1600, "height": 768})
    page.wait_for_function(
        """() => {
          const box = document.querySelector(".js-plotly-plot");
          return box.clientWidth > 1400 && box.querySelector(".main-svg").clientWidth === box.clientWidth;
        }"""
    )


def test_the_table_is_turned_over_in_place(visit):
    page = visit(f"/timeline?{KNOWN}")
    first = page.locator(".mp-entries tbody tr").first.inner_text()
    page.evaluate("window.untouched = true")
    page.get_by_role("navigation", name="Page", exact=True).get_by_role("link", name="2", exact=True).click()
    page.wait_for_url("**page=2*")
    settle(page)
    assert 25 == entries(page)
    assert first != page.locator(".mp-entries tbody tr").first.inner_text()
    assert "2" == page.locator(".mp-numbers [aria-current]").inner_text()
    assert page.locator(".mp-numbers").bounding_box()["y"] < 768
    assert page.evaluate("window.untouched") is True
