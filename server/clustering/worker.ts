/** The clustering worker: loads the words once, and keeps a placer for each prompt. Language takes milliseconds that a room does not have. */
import { workerData } from 'node:worker_threads';
import { serve } from '../thread/serve.ts';
import { Desk } from './desk.ts';
import type { Task } from './task.ts';
import { readWords } from './words.ts';

const { words } = workerData as { words: string };
const desk = new Desk(readWords(words));

serve<Task>({
  answer: (task) => desk.answer(task),
  failed: ({ key }) => desk.forget(key),
  forget: (key) => desk.forget(key)
});
