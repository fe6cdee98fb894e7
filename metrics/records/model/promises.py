"""Promises: the records of ``targets.yaml``, what plans said would be.

In: checked values (``shape``). Out: frozen records. Descriptions are for the person who edits the file; the
schemas and docs/fields.md are made of them.
"""

from pydantic import Field

from metrics.records.model.fields import Day, Id, Number, Record, Span, Text, When
from metrics.records.vocabulary import Comparator, DeclaredPath, Verification


class Benchmark(Record):
    """A test that you chose to throw light on a goal. It is always shown as your choice, not the plan's."""

    id: Id = Field(
        description="A name of your own for this test. Give it once and keep it: links use it.",
        examples=["bm-parity-patents"],
    )
    series: Id = Field(
        description="The id of the series whose figures are tested.",
        examples=["cset_filings"],
    )
    place: Id = Field(
        description="The id of the place whose figures are tested.",
        examples=["CHN"],
    )
    comparator: Comparator = Field(
        description="How the figure must stand to the value or the other place. Always in quotation marks.",
        examples=[">="],
    )
    value: Number | None = Field(
        default=None,
        description="The number to compare with, in the unit of the series. Write this or other_place, not both.",
        examples=[50],
    )
    other_place: Id | None = Field(
        default=None,
        description="The id of a place to compare with, in the same series. Write this or value, not both.",
        examples=["USA"],
    )
    statement: Text = Field(
        description="What the test asks, as a statement that is true or false.",
        examples=[{"en": "At least as many AI articles come from China as from the United States."}],
    )
    reason: Text = Field(
        description="Why this test throws light on the goal, and where it is weak.",
        examples=[
            {"en": "Published research is the widest sign of activity. Volume says nothing about influence."}
        ],
    )


class Promise(Record):
    """What a target and a goal have in common."""

    id: Id = Field(
        description="A name of your own for this promise, unlike that of any other target or goal. "
        "Give it once and keep it: links use it.",
        examples=["aidp-2020-core"],
    )
    plan: Id = Field(
        description="The plan that made the promise. It is filled in from where the promise stands.",
        examples=["aidp-2017"],
    )
    due: Day = Field(
        description="The last day on which the promise can be kept. A plan that says only a year means its last day.",
        examples=["2020-12-31"],
    )
    statement: Text = Field(
        description="What was promised, in your own words and in one line.",
        examples=[
            {
                "en": "Core AI industry larger than 150 billion yuan by 2020.",
                "zh": "2020年核心产业超1500亿元",
            }
        ],
    )
    source: Id = Field(
        description="The id of the plan's own document in sources.yaml.",
        examples=["aidp-2017"],
    )
    read_through: Id | None = Field(
        default=None,
        description="The id of the source in which you read the wording, where that is not the document itself.",
        examples=["chinamoneynetwork-2017-07-21"],
    )
    locator: Text | None = Field(
        default=None,
        description="Where in the source the promise stands: section, page, table or slide.",
        examples=["Part II, section 3, first step"],
    )
    verification: Verification = Field(
        description="How far you checked the wording.",
        examples=["verified"],
    )
    note: Text | None = Field(
        default=None,
        description="What a reader should know about this promise. It is shown beside it.",
        examples=["Range as worded."],
    )


class Target(Promise):
    """A promise with a number. Write every line afresh: the number, its unit and the day are never filled in."""

    indicator: Id = Field(
        description="The id of what is measured, in indicators.yaml. All its series are held against the target.",
        examples=["core_ai_industry_size"],
    )
    comparator: Comparator = Field(
        description="How a figure must stand to the value for the target to be met. Always in quotation marks.",
        examples=[">"],
    )
    value: Number = Field(
        description="The number promised, in the unit below. The lower end where the plan gives a range.",
        examples=[150],
    )
    value_high: Number | None = Field(
        default=None,
        description='The upper end of a range. Only with the comparator "~", and above the value.',
        examples=[5],
    )
    unit: Id = Field(
        description="The id of the unit of the value. Only series in this unit can be judged.",
        examples=["cny_bn"],
    )
    period: Span | None = Field(
        default=None,
        description="Only where the promise is about one period, such as a total over years: figures of just this period are judged.",
        examples=["2022/2025"],
    )
    place: Id = Field(
        description="The id of the place that the target is about. Leave it out where it is the plan's own place.",
        examples=["CHN"],
    )
    baseline_value: Number | None = Field(
        default=None,
        description="The starting value, in the unit above. Only where the plan itself states one.",
        examples=[7.8],
    )
    baseline_period: Span | None = Field(
        default=None,
        description="The period that the starting value is about. It goes with baseline_value.",
        examples=[2020],
    )
    path: DeclaredPath | None = Field(
        default=None,
        description="The only way in which the quantity is expected to grow. Left out, both are worked out and shown.",
        examples=["linear"],
    )
    path_reason: Text | None = Field(
        default=None,
        description="Why that path, in one line. It goes with path.",
        examples=["The plan gives the same step for every year."],
    )


class Goal(Promise):
    """A promise without a number. It gets no verdict; benchmarks can throw light on it."""

    id: Id = Field(
        description="A name of your own for this promise, unlike that of any other target or goal.",
        examples=["aidp-2020-parity"],
    )
    statement: Text = Field(
        description="What was promised, in your own words and in one line.",
        examples=[{"en": "AI technology level with the advanced countries.", "zh": "总体水平与世界先进同步"}],
    )
    indicator: Id | None = Field(
        default=None,
        description="The id of an indicator that shows something of the goal, if there is one.",
        examples=["ai_publications"],
    )
    benchmarks: tuple[Benchmark, ...] = Field(
        default=(),
        description="Tests that you chose for this goal. Each says why it was chosen.",
    )


class Milestone(Record):
    """A step of a plan with a deadline."""

    due: Day = Field(
        description="The last day of this step.",
        examples=["2020-12-31"],
    )
    title: Text | None = Field(
        default=None,
        description="What the plan calls this step, if it has a name.",
        examples=[{"en": "First step", "zh": "第一步"}],
    )
    targets: tuple[Target, ...] = Field(
        default=(),
        description="The promises with a number that belong to this step.",
    )
    goals: tuple[Goal, ...] = Field(
        default=(),
        description="The promises without a number that belong to this step.",
    )


class Plan(Record):
    """A published document with dated promises."""

    id: Id = Field(
        description="A name of your own for the plan. Give it once and keep it: links use it.",
        examples=["aidp-2017"],
    )
    title: Text = Field(
        description="The full title of the document.",
        examples=[
            {
                "en": "New Generation Artificial Intelligence Development Plan",
                "zh": "新一代人工智能发展规划",
            }
        ],
    )
    label: Text = Field(
        description="A short name for charts and lists.",
        examples=[{"en": "AI development plan", "zh": "人工智能发展规划"}],
    )
    issuer: Text = Field(
        description="Who issued the plan.",
        examples=[{"en": "State Council", "zh": "国务院"}],
    )
    document_number: str | None = Field(
        default=None,
        description="The number that the issuer gave the document.",
        examples=["国发〔2017〕35号"],
    )
    issued: When | None = Field(
        default=None,
        description="The date on the document, where it is not the day on which it was published.",
        examples=["2017-07-08"],
    )
    published: When = Field(
        description="The day, month or year in which the plan became public. On earlier days it is not shown.",
        examples=["2017-07-20"],
    )
    source: Id = Field(
        description="The id of the plan's own document in sources.yaml.",
        examples=["aidp-2017"],
    )
    place: Id = Field(
        description="The id of the place that the plan is about; its targets take it over.",
        examples=["CHN"],
    )
    note: Text | None = Field(
        default=None,
        description="What a reader should know about the plan. It is shown beside it.",
        examples=["Main plan. Three steps: 2020, 2025, 2030."],
    )
    milestones: tuple[Milestone, ...] = Field(
        description="The steps of the plan, each with its deadline, its targets and its goals.",
    )


class Glance(Record):
    """What the first page shows when nothing else is chosen."""

    plans: tuple[Id, ...] = Field(
        description="The ids of the plans whose targets the first page shows and counts.",
        examples=[["aidp-2017", "moe-ai-2018"]],
    )
    indicator: Id = Field(
        description="The id of the indicator whose figures the first page shows beside them.",
        examples=["core_ai_industry_size"],
    )
    families: tuple[Id, ...] = Field(
        default=(),
        description="The ids of the families that get a row of their own on the first page, in their order. Left out, "
        "they are those that the plans' targets and benchmarks ask for.",
        examples=[["industry", "patents"]],
    )
    slides: tuple[Id, ...] = Field(
        default=(),
        description="The ids of indicators that get a slide of their own, beside those of the targets.",
        examples=[["ai_patent_filings", "ai_private_investment"]],
    )


class Question(Record):
    """What somebody in the room will ask, and what you would answer. It stands in the notes of the slides."""

    id: Id = Field(
        description="A name of your own for the question.",
        examples=["who-defines"],
    )
    about: tuple[Id, ...] = Field(
        description="The ids of the targets, goals or indicators with whose slides the question goes.",
        examples=[["core_ai_industry_size"]],
    )
    question: Text = Field(
        description="The question as somebody would ask it.",
        examples=[{"en": "Who decides what belongs to the core AI industry?"}],
    )
    answer: Text = Field(
        description="The answer in a few plain sentences, in your own words.",
        examples=[{"en": "Nobody does. The plan gives no definition, so each reporter draws its own line."}],
    )
