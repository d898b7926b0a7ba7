"""Windows limits the memory of a process by the job it belongs to."""

import ctypes
import sys
from contextlib import suppress
from typing import Final

_EXTENDED: Final = 9
"""``JobObjectExtendedLimitInformation`` of ``SetInformationJobObject``."""

_PROCESS_MEMORY: Final = 0x100
_DIE_ON_FAULT: Final = 0x400
"""``JOB_OBJECT_LIMIT_…``: so much memory, and no question on the screen after a crash."""


class _Basic(ctypes.Structure):
    _fields_ = (
        ("per_process_time", ctypes.c_int64),
        ("per_job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_set", ctypes.c_size_t),
        ("most_set", ctypes.c_size_t),
        ("most_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("basic", _Basic),
        ("io", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process", ctypes.c_size_t),
        ("peak_job", ctypes.c_size_t),
    )


def hold(most: int) -> None:
    """Put this process into a job that gives it so many bytes; without a job it goes on."""
    if sys.platform != "win32":
        return
    with suppress(OSError, AttributeError):
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
        told = _Extended()
        told.basic.flags = _PROCESS_MEMORY | _DIE_ON_FAULT
        told.process_memory = most
        kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(told), ctypes.sizeof(told))
        kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))
