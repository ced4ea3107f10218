import { describe, expect, it } from "vitest";
import { addMonths, after, bars, before, BEGIN, dayOfOffset, eventDays, offset } from "../src/time/axis.ts";
import { written } from "../src/dates.ts";

describe("the axis of the date control", () => {
  it("goes from day to offset and back, for every day of the axis", () => {
    for (let days = 0; days < 9000; days++) expect(offset(dayOfOffset(days))).toBe(days);
    expect(offset("1998-05-01")).toBe(0);
  });
  it("steps months and keeps to their ends", () => {
    expect(addMonths("2020-01-31", 1)).toBe("2020-02-29");
    expect(addMonths("2019-03-31", -1)).toBe("2019-02-28");
    expect(addMonths("2019-12-15", 1)).toBe("2020-01-15");
    expect(addMonths("2020-02-29", 12)).toBe("2021-02-28");
  });
  it("counts every event in one bar, older ones in the first", () => {
    const drawn = bars(["1999", "2005-02", "2010", "2010-04-01", "2010-04-02", "2010-05", "2010-06-30"], "2026-11-24");
    expect(drawn).toHaveLength(3);
    expect(drawn[0]).toMatchObject({ from: 0, height: Math.sqrt(2 / 4) });
    expect(Math.max(...drawn.map(({ height }) => height))).toBe(1);
    for (const { from, to } of drawn) expect(to).toBeGreaterThan(from);
    expect(bars([], "2026-11-24")).toEqual([]);
  });
  it("never draws beyond its end", () => {
    for (const { to } of bars(["2026-11-24"], "2026-11-24")) expect(to).toBe(1);
  });
  it("finds the events beside a day", () => {
    const days = eventDays(["2019", "2018-03", "2019-01-01", "2020-07-05"]);
    expect(days).toEqual(["2018-03-01", "2019-01-01", "2020-07-05"]);
    expect(before(days, "2019-01-01")).toBe("2018-03-01");
    expect(after(days, "2019-01-01")).toBe("2020-07-05");
    expect(before(days, BEGIN)).toBeUndefined();
    expect(after(days, "2026-01-01")).toBeUndefined();
  });
});

describe("dates", () => {
  it("are written as exact as they are, by language", () => {
    expect(["2025-09-18", "2025-09", "2025"].map((date) => written(date, "en"))).toEqual(["18 Sep 2025", "Sep 2025", "2025"]);
    expect(["2025-09-08", "2025-01", "2025"].map((date) => written(date, "zh"))).toEqual(["2025年9月8日", "2025年1月", "2025年"]);
    expect(written("2021-08-03", "es")).toBe("3 ago 2021");
    expect(written("2021-02", "pt")).toBe("fev 2021");
  });
});
