/** Text as a person typed it: empty lines part paragraphs, line ends stay. */
export function Prose({ text, lang }: { text: string; lang?: string | undefined }) {
  return (
    <div className="prose" lang={lang}>
      {text.split(/\n\s*\n/).map((paragraph, index) => (
        <p key={index}>{paragraph.trim()}</p>
      ))}
    </div>
  );
}

/** One task a line; bullets people typed themselves are dropped. */
export function TaskList({ text }: { text: string }) {
  const tasks = text
    .split("\n")
    .map((line) => line.replace(/^\s*[-*•·]\s*/, "").trim())
    .filter(Boolean);
  if (tasks.length === 1) return <Prose text={text} />;
  return (
    <ul className="tasks">
      {tasks.map((task, index) => (
        <li key={index}>{task}</li>
      ))}
    </ul>
  );
}
