/** `zone` when it is an IANA name that dates can be shown in, else nothing: a client may send anything. */
export function zoneOrNothing(zone: string | undefined): string | undefined {
  if (zone === undefined || zone === '') return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return undefined;
  }
}
