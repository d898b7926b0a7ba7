"""What a program does to a journal, one thing each: what the long harness breaks off anywhere."""

from tests.faults.works.archiving import Archiving, Unarchiving
from tests.faults.works.bringing import Importing, Migrating
from tests.faults.works.copying import Copying, Restoring
from tests.faults.works.handing_over import HandingOver, HandingOverLocked
from tests.faults.works.protecting import Mending, Rekeying
from tests.faults.works.work import Work
from tests.faults.works.writing import Attaching, Emptying, Saving, Typing

EVERY: tuple[type[Work], ...] = (
    Saving,
    Typing,
    Attaching,
    Emptying,
    Copying,
    Restoring,
    Importing,
    Migrating,
    Rekeying,
    Mending,
    Archiving,
    Unarchiving,
    HandingOver,
    HandingOverLocked,
)
