"""Bring figures in: a file that is sent is previewed, brought into the session's plan, and taken back, by a person in a browser."""

import re

from playwright.sync_api import expect

from tests.browser.chromium import axe, settle

LETTER = (
    b"Quarter,Harbour,Line,Passengers,Counted in,Mark\n"
    b'2025,Quillhaven quay,Ferry,"495,000",passengers,final\n'
    b'2026-Q3,Quillhaven quay,Ferry,"188,000",passengers,prelim\n'
)


def sent(page, data):
    page.locator('[data-testid="stFileUploader"] input').set_input_files(
        {"name": "letter.csv", "mimeType": "text/csv", "buffer": data}
    )
    page.locator('[data-type="year"]').click()
    page.keyboard.type("20261020")
    page.keyboard.press("Escape")  # the calendar
    page.keyboard.press("Tab")
    page.locator(".mp-release, .mp-notice").first.wait_for()
    return settle(page)


def test_file_is_previewed_brought_in_and_seen_on_every_page(server, windows):
    page = windows["light"].new_page()
    page.goto(f"{server.url}/bring?data=quillhaven")
    settle(page)
    assert [] == axe(page)
    sent(page, LETTER)
    report = page.locator(".mp-release")
    expect(report).to_contain_text("1 new figure")
    expect(report).to_contain_text(
        re.compile(r"Ferry company, tickets, Quillhaven, 2025: 512 → 495 \(letter.csv:2:D\)")
    )
    expect(report).to_contain_text(re.compile(r"qh-2025-ferry: .* → Missed on 2 of 3; 1 inconclusive"))
    assert [] == axe(page)
    page.get_by_role("button", name="Bring them in").click()
    page.wait_for_url("**data=own*")
    settle(page)
    expect(page.locator(".mp-release")).to_contain_text("Everything in it is known already")
    page.get_by_role("link", name="Targets").first.click()
    settle(page)
    expect(page.locator('[data-testid="stMain"]')).to_contain_text("Missed")
    page.close()


def test_everything_wrong_is_told_in_the_language_of_the_page(server, windows):
    page = windows["light"].new_page()
    page.goto(f"{server.url}/bring?data=quillhaven&lang=zh")
    settle(page)
    sent(page, LETTER.replace(b"final", b"odd").replace(b"2026-Q3", b"2026-Q9"))
    notice = page.locator(".mp-notice")
    expect(notice).to_contain_text("对应表没有说明标记“odd”的含义")
    expect(notice).to_contain_text("“2026-Q9”")
    page.close()


def test_plan_without_a_mapping_says_where_one_is_written(server, windows):
    page = windows["light"].new_page()
    page.goto(f"{server.url}/bring")
    settle(page)
    expect(page.locator(".mp-check-state")).to_contain_text("This plan has no mapping yet")
    assert [] == axe(page)
    page.close()
