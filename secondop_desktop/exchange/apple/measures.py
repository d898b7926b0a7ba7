"""Which measurements of Apple Health are test results here, and what they are called."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from secondop_desktop.lang import N_

PULSE: Final = "HeartRate"


@dataclass(frozen=True)
class Measure:
    """One kind of measurement: the test, its group in the questions, its panel and LOINC code."""

    test: str
    group: str
    panel: str = ""
    code: str = ""


MEASURES: Mapping[str, Measure] = {
    "BloodPressureSystolic": Measure(
        N_("Systolic blood pressure"), "pressure", N_("Blood pressure"), "LOINC 8480-6"
    ),
    "BloodPressureDiastolic": Measure(
        N_("Diastolic blood pressure"), "pressure", N_("Blood pressure"), "LOINC 8462-4"
    ),
    "BodyMass": Measure(N_("Body weight"), "weight", code="LOINC 29463-7"),
    "Height": Measure(N_("Body height"), "height", code="LOINC 8302-2"),
    "BloodGlucose": Measure(N_("Glucose"), "glucose"),
    "BodyTemperature": Measure(N_("Body temperature"), "temperature", code="LOINC 8310-5"),
    "OxygenSaturation": Measure(N_("Oxygen saturation"), "oxygen", code="LOINC 2708-6"),
    "RestingHeartRate": Measure(N_("Resting pulse"), "resting", code="LOINC 40443-4"),
    "PeakExpiratoryFlowRate": Measure(N_("Peak flow"), "peak-flow"),
    PULSE: Measure(N_("Pulse"), "pulse", N_("Pulse"), "LOINC 8867-4"),
}
"""By the name behind ``HKQuantityTypeIdentifier``."""

GROUPS: Mapping[str, str] = {
    "pressure": N_("Blood pressure"),
    "weight": N_("Weight"),
    "height": N_("Height"),
    "glucose": N_("Glucose"),
    "temperature": N_("Temperature"),
    "oxygen": N_("Oxygen"),
    "resting": N_("Resting pulse"),
    "peak-flow": N_("Peak flow"),
    "pulse": N_("Pulse, as the lowest, mean and highest of each day"),
}
"""What is chosen together, in the order in which it is asked."""

_OTHERS: Mapping[str, str] = {
    "StepCount": N_("steps"),
    "DistanceWalkingRunning": N_("distances"),
    "FlightsClimbed": N_("stairs"),
    "ActiveEnergyBurned": N_("energy used"),
    "BasalEnergyBurned": N_("energy at rest"),
    "SleepAnalysis": N_("sleep"),
    "AppleStandHour": N_("hours of standing"),
    "AppleStandTime": N_("standing"),
    "AppleExerciseTime": N_("exercise"),
    "HeartRateVariabilitySDNN": N_("variability of the pulse"),
    "WalkingHeartRateAverage": N_("pulse while walking"),
    "RespiratoryRate": N_("breathing"),
    "BodyMassIndex": N_("body mass index"),
    "BodyFatPercentage": N_("body fat"),
    "EnvironmentalAudioExposure": N_("noise"),
    "HeadphoneAudioExposure": N_("noise in headphones"),
    "MindfulSession": N_("mindful minutes"),
    "Workout": N_("workouts"),
    "ActivitySummary": N_("days of activity"),
}
PREFIXES: Final = ("HKQuantityTypeIdentifier", "HKCategoryTypeIdentifier", "HKDataType")


def bare(kind: str) -> str:
    """Return the name of a kind without what Apple puts before each."""
    for prefix in PREFIXES:
        kind = kind.removeprefix(prefix)
    return kind


def other_words(kind: str) -> str:
    """Return the words for a kind that is not brought in, else Apple's own name of it."""
    return _OTHERS.get(bare(kind), bare(kind))
