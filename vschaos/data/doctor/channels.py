"""What the doctor finds in recordings of several channels, and what is learnt of them. Torch-free."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vschaos.data.doctor.findings import Severity, Suspicion, of_sounds
from vschaos.data.facts import MEAN, SoundFacts
from vschaos.data.mix import Relation, relation
from vschaos.data.scan import SoundFile, recorded

_CHOICES = (
    "“Channels” on the Sounds page, or data.dataset.mix, chooses what is learnt: mean, left, right, loudest, or each "
    "as a sound of its own."
)
_AUTOMATIC = "Set “Channels” to automatic (data.dataset.mix=auto)"


def channel_suspicions(sounds: Sequence[SoundFile]) -> Iterator[Suspicion]:
    """Channels that cancel, of which most are silent, that have little in common, or that are equal."""
    heard = [(sound, sound.facts) for sound in sounds if sound.facts and (not sound.silent or recorded(sound))]
    yield from _cancelling(_with(Relation.CANCEL, heard))
    yield from _cancelling(_with(Relation.CANCEL_IN_PARTS, heard), in_parts=True)
    yield from _one_sided(_with(Relation.ONE_SIDED, heard))
    yield from _unrelated(_with(Relation.APART, heard))
    equal = [sound for sound, facts in heard if facts.channels_equal]
    yield from of_sounds(
        "mono_as_stereo",
        Severity.NOTE,
        equal,
        "{file} is mono: its channels are equal.",
        "{count} are mono, stored in several equal channels",
        "This does no harm: sounds are learnt in mono. The files are larger than necessary.",
        f"No action needed; saved as mono, {'it needs' if len(equal) == 1 else 'they need'} half the space.",
    )


def _with(wanted: Relation, heard: Sequence[tuple[SoundFile, SoundFacts]]) -> list[SoundFile]:
    return [sound for sound, facts in heard if relation(facts) is wanted]


def _cancelling(sounds: list[SoundFile], *, in_parts: bool = False) -> Iterator[Suspicion]:
    if not sounds:
        return
    where, there, editing = (" in parts", "There, their", " there") if in_parts else ("", "Their", "")
    lost = any(MEAN in sound.signals for sound in sounds)
    yield from of_sounds(
        "cancelling",
        Severity.WARNING if lost else Severity.NOTE,
        sounds,
        f"The channels of {{file}} cancel each other{where}.",
        f"{{count}} have channels that cancel each other{where}",
        f"{there} mean is nearly silent: one has the inverted polarity of the other. {_learnt(sounds)}",
        f"Invert the polarity of one channel{editing} in an audio editor, or leave it: one channel has the whole sound."
        if not lost
        else f"{_AUTOMATIC}, or invert the polarity of one channel{editing} in an audio editor.",
    )


def _one_sided(sounds: list[SoundFile]) -> Iterator[Suspicion]:
    if not sounds:
        return
    quieter = any(MEAN in sound.signals for sound in sounds)
    yield from of_sounds(
        "one_sided",
        Severity.WARNING if quieter else Severity.NOTE,
        sounds,
        "{file} has sound on some of its channels only.",
        "{count} have sound on some of their channels only",
        f"Averaging with silent channels lowers the level: 6 dB with one, 18 dB with seven. {_learnt(sounds)}",
        f"{_AUTOMATIC}." if quieter else f"No action needed. {_CHOICES}",
    )


def _unrelated(sounds: list[SoundFile]) -> Iterator[Suspicion]:
    if not sounds:
        return
    yield from of_sounds(
        "unrelated_channels",
        Severity.NOTE,
        sounds,
        "The channels of {file} have little in common.",
        "{count} have channels with little in common",
        f"They are different sounds, or one is later than the other: their mean blurs both. {_learnt(sounds)}",
        _CHOICES,
    )


def _learnt(sounds: Sequence[SoundFile]) -> str:
    """What is learnt of these sounds."""
    signals = {sound.signals for sound in sounds}
    if signals == {(MEAN,)}:
        return "Their mean is learnt."
    if any(len(several) > 1 for several in signals):
        return "Each channel that has sound is learnt as a sound of its own."
    if any(MEAN in one for one in signals):
        return "For some, the mean is learnt; for others, one channel."
    numbers = sorted({one[0] + 1 for one in signals})
    if len(numbers) == 1:
        return f"Only channel {numbers[0]} is learnt."
    return "Only the loudest channel is learnt."
