// Prints what the validator found in a file; exits 1 if an error is among it.
const [verdict, file] = process.argv.slice(2);
const text = require("fs").readFileSync(verdict, "utf8").replace(/^\uFEFF/, "");
const run = JSON.parse(text).runs[0];
const failed = (run.invocations || []).some(
  (i) =>
    i.executionSuccessful === false ||
    [...(i.toolExecutionNotifications || []), ...(i.toolConfigurationNotifications || [])].some((n) => n.level === "error"),
);
const counts = { error: 0, warning: 0, note: 0 };
for (const result of run.results || []) {
  const level = result.level || "warning";
  counts[level]++;
  const args = (result.message.arguments || []).join(" | ");
  if (level !== "note") console.log(`${file}: ${level} ${result.ruleId}: ${result.message.text || result.message.id} ${args}`);
}
const notes = [...new Set((run.results || []).filter((r) => r.level === "note").map((r) => r.ruleId))].sort().join(", ");
console.log(
  `${file}: ${counts.error} errors, ${counts.warning} warnings, ${counts.note} notes${notes && ` (${notes})`}` +
    (failed ? ", and the validator itself failed" : ""),
);
process.exit(counts.error || failed ? 1 : 0);
