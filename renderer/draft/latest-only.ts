/**
 * Asks one question at a time; of the questions that come meanwhile only the newest is asked. So typing never waits
 * in a queue, and an answer is never older than one already shown.
 */
export function latestOnly<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  show: (answer: Answer, question: Question) => void,
  fail: () => void,
): (question: Question) => void {
  let next: { question: Question } | null = null;
  let running = false;

  const run = async () => {
    running = true;
    while (next !== null) {
      const { question }: { question: Question } = next;
      next = null;
      try {
        show(await ask(question), question);
      } catch {
        fail();
      }
    }
    running = false;
  };
  return (question) => {
    next = { question };
    if (!running) void run();
  };
}
