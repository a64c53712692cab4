import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { t, tn, useWords } from "../src/words.ts";

describe("words", () => {
  afterEach(() => useWords({ locale: "en", messages: {} }));

  it("are English without a catalogue", () => {
    assert.equal(t("Hold {n} s", { n: 3 }), "Hold 3 s");
    assert.equal(tn("{n} minute left", "{n} minutes left", 1), "1 minute left");
    assert.equal(tn("{n} minute left", "{n} minutes left", 0), "0 minutes left");
  });

  it("take the plural of the person's language", () => {
    const few = { one: "{n} minuta", few: "{n} minuty", many: "{n} minut", other: "{n} minuty" };
    useWords({ locale: "pl", messages: { "{n} minute": few } });
    const said = [1, 3, 5, 22].map((n) => tn("{n} minute", "{n} minutes", n));
    assert.deepEqual(said, ["1 minuta", "3 minuty", "5 minut", "22 minuty"]);
  });

  it("fall back where the catalogue has nothing", () => {
    useWords({ locale: "de", messages: { Pause: "", Back: "Zurück", "{n} minute": {} } });
    assert.deepEqual([t("Pause"), t("Back"), t("Next")], ["Pause", "Zurück", "Next"]);
    assert.equal(tn("{n} minute", "{n} minutes", 2), "2 minutes");
  });

  it("leave a place that has no value", () => {
    assert.equal(t("Call {number}"), "Call {number}");
  });

  it("do not fill a place inside a value", () => {
    assert.equal(t("Then: {what}", { what: "{what}" }), "Then: {what}");
  });
});
