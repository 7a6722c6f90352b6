import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds for which questions are collected. */
const collecting = 10;

/**
 * Asks once for all who ask within a hundredth of a second. The question is put after the last of them asked, so nobody gets
 * an answer that is older than their question.
 * @param ask answers all the questions
 * @returns a function from one question to the answer to all
 */
export function together<Question, Answer>(
  ask: (questions: readonly Question[]) => Promise<Answer>,
): (question: Question) => Promise<Answer> {
  let open: { readonly questions: Question[]; readonly answer: Promise<Answer> } | null = null;
  const begin = () => {
    const questions: Question[] = [];
    const answer = wait(collecting).then(() => {
      open = null;
      return ask(questions);
    });
    return { questions, answer };
  };
  return (question) => {
    open ??= begin();
    open.questions.push(question);
    return open.answer;
  };
}
