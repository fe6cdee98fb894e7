"""The blocks: what is drawn as HTML rather than as a chart, for the pages and the offline file alike.

In: statuses, records, words, a mode, and a callable that makes links. Out: HTML as ``str``: no script, nothing
fetched, everything from the data escaped. A block fits the width it is given by style sheet alone.
"""

from metrics.figures.blocks.alone import alone_foot, alone_head, frame_line
from metrics.figures.blocks.bullets import bullet_rows, under_headline
from metrics.figures.blocks.change_head import changes_lead, changes_title
from metrics.figures.blocks.change_lists import changed_promises, flip_log, made_public, new_figures
from metrics.figures.blocks.change_picks import picks
from metrics.figures.blocks.change_tables import headline_changes, reading_changes, revision_table
from metrics.figures.blocks.citing import citing
from metrics.figures.blocks.claim_list import claim_list, claim_section
from metrics.figures.blocks.claim_table import claim_table
from metrics.figures.blocks.compare_table import compare_table
from metrics.figures.blocks.coverage_table import coverage_plans, coverage_reasons, coverage_title
from metrics.figures.blocks.deliverables import deliverable_list, deliverable_panel, rating_section
from metrics.figures.blocks.edition_ledger import edition_ledger
from metrics.figures.blocks.environment import Link
from metrics.figures.blocks.family_rows import family_rows
from metrics.figures.blocks.found_list import Hit, HitGroup, found_list
from metrics.figures.blocks.frame import (
    chart_foot,
    chart_head,
    columns,
    contents,
    footer,
    page_head,
    page_tabs,
    section_head,
)
from metrics.figures.blocks.goal_panel import benchmark_head, benchmark_panel, goal_panel, goal_steps
from metrics.figures.blocks.history_strip import history_strip
from metrics.figures.blocks.key import status_key
from metrics.figures.blocks.method_rules import SECTIONS, method_rules, rule_anchor
from metrics.figures.blocks.needed_list import needed_list
from metrics.figures.blocks.pace_table import pace_table
from metrics.figures.blocks.pace_worked import pace_rules, pace_worked
from metrics.figures.blocks.pair_tables import family_pairs_table, year_pairs_table
from metrics.figures.blocks.paper import paper, print_bar
from metrics.figures.blocks.problem_list import excerpt, excerpts, numbered, problem_head, problem_overview
from metrics.figures.blocks.quality_list import quality_list
from metrics.figures.blocks.readings_table import readings_table
from metrics.figures.blocks.rules_matrix import foil_list, rules_data, rules_list, rules_matrix, rules_title
from metrics.figures.blocks.scope import of_plans, scope_line, scope_name
from metrics.figures.blocks.sentence import verdict_sentence
from metrics.figures.blocks.source_list import source_rows
from metrics.figures.blocks.strip import milestone_strip
from metrics.figures.blocks.style import style_of_both, style_sheet
from metrics.figures.blocks.table import data_table, folded_table
from metrics.figures.blocks.target_list import goal_list, target_list
from metrics.figures.blocks.target_panel import target_basis, target_head
from metrics.figures.blocks.what_would_change import what_would_change
from metrics.figures.blocks.worked_cases import worked_cases
from metrics.figures.blocks.worked_rules import (
    worked_counting,
    worked_days,
    worked_due_period,
    worked_goals,
    worked_headline,
    worked_intervals,
    worked_money,
)

__all__ = [
    "SECTIONS",
    "Hit",
    "HitGroup",
    "Link",
    "alone_foot",
    "alone_head",
    "benchmark_head",
    "benchmark_panel",
    "bullet_rows",
    "changed_promises",
    "changes_lead",
    "changes_title",
    "chart_foot",
    "chart_head",
    "citing",
    "claim_list",
    "claim_section",
    "claim_table",
    "columns",
    "compare_table",
    "contents",
    "coverage_plans",
    "coverage_reasons",
    "coverage_title",
    "data_table",
    "deliverable_list",
    "deliverable_panel",
    "edition_ledger",
    "excerpt",
    "excerpts",
    "family_pairs_table",
    "family_rows",
    "flip_log",
    "foil_list",
    "folded_table",
    "footer",
    "found_list",
    "frame_line",
    "goal_list",
    "goal_panel",
    "goal_steps",
    "headline_changes",
    "history_strip",
    "made_public",
    "method_rules",
    "milestone_strip",
    "needed_list",
    "new_figures",
    "numbered",
    "of_plans",
    "pace_rules",
    "pace_table",
    "pace_worked",
    "page_head",
    "page_tabs",
    "paper",
    "picks",
    "print_bar",
    "problem_head",
    "problem_overview",
    "quality_list",
    "rating_section",
    "reading_changes",
    "readings_table",
    "revision_table",
    "rule_anchor",
    "rules_data",
    "rules_list",
    "rules_matrix",
    "rules_title",
    "scope_line",
    "scope_name",
    "section_head",
    "source_rows",
    "status_key",
    "style_of_both",
    "style_sheet",
    "target_basis",
    "target_head",
    "target_list",
    "under_headline",
    "verdict_sentence",
    "what_would_change",
    "worked_cases",
    "worked_counting",
    "worked_days",
    "worked_due_period",
    "worked_goals",
    "worked_headline",
    "worked_intervals",
    "worked_money",
    "year_pairs_table",
]
