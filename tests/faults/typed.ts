/** What runs where it is taken for a script: it marks the window it ran in. */
export const RUN = "window.ran=1";
export const SCRIPTS = [
  `<script>${RUN}</script>`,
  `</script><script>${RUN}</script>`,
  `"><img src=x onerror=${RUN}>`,
  `'><svg/onload=${RUN}>`,
  `</title><script>${RUN}</script>`,
  `</textarea><img src=x onerror=${RUN}>`,
  `<!--<script>${RUN}</script>-->`,
  `" autofocus onfocus=${RUN} x="`,
  `javascript:${RUN}`,
  `[x](javascript:${RUN})`,
  `<a href="javascript:${RUN}">x</a>`,
  `<iframe srcdoc="<script>parent.ran=1</script>">`,
  `\u2028</script><script>${RUN}//`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`,
  `{{constructor.constructor('${RUN}')()}}`,
  `<base href="https://elsewhere.example/"><meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
];

/** What a spreadsheet runs where a cell begins with it. */
export const FORMULAS = ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=cmd|' /C calc'!A0"];

/** A text in every field of an opportunity that holds one. */
export function textsOf(script: string) {
  const long = { summary: script, description: script, tasks: script, requirements: script, howToAsk: script };
  const short = { schedule: script, street: script, city: script, payDetail: script, transportDetail: script };
  return { ...long, ...short, contactName: script, contactPhone: script, skills: [script.slice(0, 40)] };
}
