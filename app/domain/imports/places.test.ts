import { describe, expect, it } from "vitest";
import { milesBetween } from "../districts/distance.ts";
import { parseLocation, parsePoint, parseState, parseZip } from "./places.ts";

const read = (latitude: string, longitude: string) => {
  const point = parsePoint(latitude, longitude);
  return point.ok ? point.value : point.refusal;
};

describe("coordinates", () => {
  it.each([
    ["41.5", "-90.5", { latitude: 41.5, longitude: -90.5 }],
    ["21.3", "-157.8", { latitude: 21.3, longitude: -157.8 }],
    ["13.4", "144.8", { latitude: 13.4, longitude: 144.8 }],
    ["0", "0", "point_outside_us"],
    ["-90.5", "41.5", "point_outside_us"],
    ["48.8", "2.3", "point_outside_us"],
    ["999", "-90", "point_outside_us"],
    ["1e400", "-90", "point_unreadable"],
    ["41.5", "", "point_unreadable"],
    ["NaN", "NaN", "point_unreadable"],
    ["41,5", "-90,5", "point_unreadable"],
  ])("%s, %s", (latitude, longitude, expected) => {
    expect(read(latitude, longitude)).toEqual(expected);
  });

  it("are miles apart on the globe", () => {
    const moline = { latitude: 41.5067, longitude: -90.5151 };
    expect(milesBetween(moline, { latitude: 41.8781, longitude: -87.6298 })).toBeCloseTo(151, -1);
    expect(milesBetween(moline, moline)).toBe(0);
  });
});

describe("an address in one cell", () => {
  it("is read line by line", () => {
    expect(parseLocation("305 Seventh Avenue\nNew York, NY 10001-6008\n(40.74678, -73.99366)")).toEqual({
      street: "305 Seventh Avenue",
      city: "New York",
      state: "NY",
      zip: "10001",
      point: { latitude: 40.74678, longitude: -73.99366 },
    });
  });

  it("may lack any part", () => {
    expect(parseLocation("(40.5, -74.1)").point).toEqual({ latitude: 40.5, longitude: -74.1 });
    expect(parseLocation("Moline, IL")).toMatchObject({ street: null, city: "Moline", state: "IL", zip: null });
    expect(parseLocation("Room 4\r\nCity Hall")).toMatchObject({ street: "Room 4, City Hall", city: null });
    expect(parseLocation("(999.0, 0.1)").point).toBeNull();
    expect(parseLocation("")).toEqual({ street: null, city: null, state: null, zip: null, point: null });
  });
});

it("gives ZIP codes their zeros back and refuses what is none", () => {
  expect(parseZip("2114")).toEqual({ zip: "02114", padded: true });
  expect(parseZip("61201-1234")).toEqual({ zip: "61201", padded: false });
  expect(parseZip("61201.0")).toEqual({ zip: "61201", padded: false });
  expect(["112112", "12", "6120A", "-1"].map(parseZip)).toEqual([null, null, null, null]);
});

it("knows states by name and by code", () => {
  expect(["il", "Illinois", "new york", "PR", "XX", "constructor"].map(parseState)).toEqual([
    "IL",
    "IL",
    "NY",
    "PR",
    null,
    null,
  ]);
});
