import { readFileSync } from 'node:fs';

/**
 * Memory that a process and all that it started hold now, in MB; papers are read by processes of their own. 0 where the
 * process is gone, or the system is not Linux. Source: proc(5), /proc/pid/task/tid/children and /proc/pid/status.
 */
export function memoryOfTree(pid: number): number {
  return residentMemory(pid) + childrenOf(pid).reduce((sum, child) => sum + memoryOfTree(child), 0);
}

/** Processes that a process started; none where it is gone, or the system is not Linux. */
export function childrenOf(pid: number): number[] {
  return field(`/proc/${pid}/task/${pid}/children`, /[\s\S]*/)
    .split(' ')
    .filter(Boolean)
    .map(Number);
}

/** The most memory that a process held at once so far, in MB. */
export function mostMemory(pid: number): number {
  return kib(pid, /^VmHWM:\s+(\d+)/m);
}

function residentMemory(pid: number): number {
  return kib(pid, /^VmRSS:\s+(\d+)/m);
}

function kib(pid: number, pattern: RegExp): number {
  return (Number(field(`/proc/${pid}/status`, pattern)) * 1024) / 1e6;
}

/** What a pattern finds in a file, its group where it has one; nothing where the file is not there. */
function field(path: string, pattern: RegExp): string {
  try {
    const match = pattern.exec(readFileSync(path, 'utf8'));
    return match?.[1] ?? match?.[0] ?? '';
  } catch {
    return '';
  }
}
