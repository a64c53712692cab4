"""One text, judged: the steps in the order they are taken.

1. words      the text as words, spelling repaired (tokens.py, spelling.py)
2. sentences  where they end
3. concepts   the phrases of the lexicon; figures of speech and names of exercises
              hide what lies under them (findings.py)
4. findings   concepts near one another
5. context    not, normal, long past, what if, explained (context.py)
6. who        the writer, someone else, an animal
7. flags      from findings to codes, for each person (flags.toml)
8. limits     conditions of the person asked about
9. topic      what is asked, and the answers that may help meanwhile (topics.py)
10. level     the gravest flag, else the topic's; not English is never below clinician first

Nothing here names a disease as someone's own, gives a likelihood, or clears anyone.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from supple.ask.context import Context, Person, Turns, Why, context, people, why_not
from supple.ask.findings import Finding, Mentions, findings, mentions, unmasked
from supple.ask.language import is_english
from supple.ask.lexicon import FlagRule, flag_rules
from supple.ask.spelling import speller
from supple.ask.tokens import Sentence, Token, sentences, tokens
from supple.ask.topics import Topic, topic_of
from supple.safety.level import Level, gravest
from supple.safety.red_flags import red_flags
from supple.value import Value

AROUND = 3  # words on each side of a number that stands alone
CLEARLY_ABOUT_SOMEONE = frozenset({"pain", "numb_any", "sciatica", "leg_pain", "dizzy", "ill"})


class Flag(Value, kw_only=True):
    """A sign found: its code and level, and the very words, as characters start to end."""

    code: str
    level: Level
    words: str
    start: int
    end: int
    about: Person


class Absent(Value, kw_only=True):
    """A sign that is named but not there now, and why it does not count."""

    code: str
    words: str
    why: Why


class AskBack(Value, kw_only=True):
    """A question to ask the writer, in plain words; until answered the higher level stands."""

    code: str
    ask: str


class Judgement(Value, kw_only=True):
    """What a text says about safety, limits and topic. Never a diagnosis or an all-clear.

    `constraints` are names of safety/conditions.toml; `answers` ids of
    answers.toml that may be shown, none beside an emergency or an urgent level.
    """

    level: Level
    red_flags: tuple[Flag, ...] = ()
    not_present: tuple[Absent, ...] = ()
    constraints: tuple[str, ...] = ()
    topic: str = ""
    answers: tuple[str, ...] = ()
    questions: tuple[AskBack, ...] = ()
    about: Person = Person.SELF
    english: bool = True

    @property
    def crisis(self) -> bool:
        """True for thoughts of ending life: its own card, and never an exercise reply."""
        return any(flag.code == "RF28" for flag in self.red_flags)


class Read(NamedTuple):
    """A finding with who it is about and why it does not count (None: it does)."""

    finding: Finding
    who: Person
    why: Why | None


Present = Mapping[str, Finding]


def judge(text: str) -> Judgement:
    """The judgement on `text`, in a time that grows with its length."""
    words = tokens(text)
    parts = sentences(words)
    everything = mentions(words, parts)
    standing, hidden = unmasked(everything)
    around = context(words, standing)
    turns = people(standing)
    read = [_read(finding, turns, around) for finding in findings(standing, parts)]
    masked = _masked(standing, hidden, parts)
    by_person = {who: _present(read, who) for who in (Person.SELF, Person.OTHER)}
    flags = _all_flags(text, words, by_person)
    about = _about(by_person, read)
    limits = _limits(read, about, {flag.code for flag in flags})
    topic = topic_of(standing, parts, limits)
    english = is_english(text, words, standing)
    health = _is_health(by_person, read, limits, standing)
    health = health or bool(topic and not standing.get("generic") and not standing.get("request"))
    level = _level(flags, topic, english=english, health=health)
    return Judgement(
        level=level,
        red_flags=flags,
        not_present=_absent(text, words, read, masked, flags),
        constraints=limits if health else (),
        topic=topic.id if topic else "",
        answers=(topic.id,) if topic and not level.stops_exercise else (),
        questions=_questions(flags),
        about=about,
        english=english,
    )


def _masked(standing: Mentions, hidden: Mentions, parts: Sequence[Sentence]) -> list[Finding]:
    """The findings that only a figure of speech takes away."""
    if hidden == standing:
        return []
    clear = {place for places in standing.values() for place in places}
    return [
        finding
        for finding in findings(hidden, parts)
        if finding.rule.shows and not clear.issuperset(finding.parts)
    ]


def warm() -> None:
    """Build the tables ahead of the first text (about a second)."""
    judge("ready")
    speller()


def _read(finding: Finding, turns: Turns, around: Context) -> Read:
    return Read(finding, turns.at(finding.anchor.first), why_not(finding, around))


def _present(read: Iterable[Read], who: Person) -> Present:
    """What counts for one person; someone else's history counts only with a complaint."""
    mine = [one.finding for one in read if one.who is who and one.why is None]
    complaint = any(one.rule.kind in {"symptom", "event", "statement"} for one in mine)
    if who is Person.OTHER and not complaint:
        return {}
    first: dict[str, Finding] = {}
    for finding in mine:
        first.setdefault(finding.rule.id, finding)
    return first


def _flags(text: str, words: Sequence[Token], present: Present, who: Person) -> Iterable[Flag]:
    raised: dict[str, Flag] = {}
    for rule in flag_rules():
        if rule.code not in raised and (found := _meets(rule, present, raised)):
            start, end = _span(words, found)
            raised[rule.code] = Flag(
                code=rule.code,
                level=rule.level,
                words=text[start:end],
                start=start,
                end=end,
                about=who,
            )
    return raised.values()


def _span(words: Sequence[Token], found: Finding) -> tuple[int, int]:
    """The characters of a finding; of one that is a bare number, with the words around it."""
    first, end = found.first, found.end
    if not any(letter.isalpha() for token in words[first:end] for letter in token.word):
        first = max(found.sentence.first, first - AROUND)
        end = min(found.sentence.end, end + AROUND)
    return words[first].start, words[end - 1].end


def _all_flags(
    text: str, words: Sequence[Token], by_person: Mapping[Person, Present]
) -> tuple[Flag, ...]:
    """Each person's flags, then emergencies that only the signs of both together make.

    "Fever, and my mother talks nonsense": who has the fever is not said.
    """
    own = [flag for who, present in by_person.items() for flag in _flags(text, words, present, who)]
    raised = {flag.code for flag in own}
    together = {
        name: finding
        for present in by_person.values()
        for name, finding in present.items()
        if finding.rule.kind in {"symptom", "event"}
    }
    joint = [
        flag
        for flag in _flags(text, words, together, Person.OTHER)
        if flag.level is Level.EMERGENCY and flag.code not in raised
    ]
    return (*own, *joint)


def _meets(rule: FlagRule, present: Present, raised: Mapping[str, Flag]) -> Finding | None:
    """The finding whose words are shown, when the rule is met."""
    if any(name in present or name in raised for name in rule.none):
        return None
    if sum(name in present for name in rule.some) < rule.least:
        return None
    chosen = [
        next((present[name] for name in group.split("|") if name in present), None)
        for group in rule.all
    ]
    return chosen[0] if all(chosen) else None


def _about(by_person: Mapping[Person, Present], read: Sequence[Read]) -> Person:
    if any(finding.rule.kind == "symptom" for finding in by_person[Person.SELF].values()):
        return Person.SELF
    if by_person[Person.OTHER]:
        return Person.OTHER
    if read and all(one.who is Person.ANIMAL for one in read):
        return Person.ANIMAL
    return Person.SELF


def _limits(read: Iterable[Read], about: Person, raised: Collection[str]) -> tuple[str, ...]:
    names = (
        one.finding.rule.id
        for one in read
        if one.finding.rule.kind == "limit" and one.why is None and one.who is about
        if not set(one.finding.rule.yields) & set(raised)
    )
    return tuple(dict.fromkeys(names))


def _is_health(
    by_person: Mapping[Person, Present],
    read: Iterable[Read],
    limits: Sequence[str],
    standing: Mentions,
) -> bool:
    """True when the text is about somebody's body: a complaint, a limit, a sign denied."""
    if standing.get("generic"):
        return any(by_person.values())
    if any(one.finding.rule.shows and one.who is Person.SELF for one in read):
        return True
    if limits or any(CLEARLY_ABOUT_SOMEONE & present.keys() for present in by_person.values()):
        return not (standing.get("request") and not standing.get("self_owned"))
    return bool(standing.get("complaint") or standing.get("ask_exercise")) and not (
        standing.get("request") or standing.get("animal")
    )


def _level(flags: Sequence[Flag], topic: Topic | None, *, english: bool, health: bool) -> Level:
    levels = [flag.level for flag in flags]
    levels += [topic.level] if topic and health else []
    levels += [] if english else [Level.CLINICIAN_FIRST]
    return gravest(levels, Level.OK if health else Level.NOT_MEDICAL)


def _absent(
    text: str,
    words: Sequence[Token],
    read: Iterable[Read],
    masked: Iterable[Finding],
    flags: Iterable[Flag],
) -> tuple[Absent, ...]:
    raised = {flag.code for flag in flags}
    away = [(one.finding, one.why or _whose(one)) for one in read]
    away += [(finding, Why.FIGURE) for finding in masked]
    found: dict[str, Absent] = {}
    for finding, why in away:
        code = finding.rule.shows
        if code and why and code not in raised and code not in found:
            span = text[words[finding.first].start : words[finding.end - 1].end]
            found[code] = Absent(code=code, words=span, why=why)
    return tuple(found.values())


def _whose(one: Read) -> Why | None:
    if one.who is Person.ANIMAL:
        return Why.ANIMAL
    return Why.SOMEONE_ELSE if one.who is Person.OTHER else None


def _questions(flags: Iterable[Flag]) -> tuple[AskBack, ...]:
    unclear = {rule.code for rule in flag_rules() if rule.unclear}
    asked = dict.fromkeys(flag.code for flag in flags if flag.code in unclear)
    return tuple(AskBack(code=code, ask=red_flags()[code].ask) for code in asked)
