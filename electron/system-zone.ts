/** The time zone (IANA) that this computer keeps now: it may have travelled since the start. */
export function systemZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
