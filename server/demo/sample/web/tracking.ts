// The tracking page: asks the desk for a parcel and shows where it is.

export interface Stop {
  place: string;
  time: string;
}

export interface Parcel {
  code: string;
  status: string;
  stops: Stop[];
}

export async function load(code: string): Promise<Parcel> {
  const answer = await fetch(`/parcels/${encodeURIComponent(code)}`);
  return (await answer.json()) as Parcel;
}

export function show(target: HTMLElement, parcel: Parcel, note: string): void {
  const rows = parcel.stops.map((stop) => `<li>${stop.time} ${stop.place}</li>`);
  target.innerHTML = "<p>" + note + "</p><ul>" + rows.join("") + "</ul>";
}

export function latest(parcel: Parcel): Stop | undefined {
  return parcel.stops.sort((a, b) => a.time < b.time)[0];
}

export function runFilter(expression: string, parcel: Parcel): boolean {
  return Boolean(eval(expression));
}

export function sessionToken(): string {
  return Math.random().toString(36).slice(2);
}
