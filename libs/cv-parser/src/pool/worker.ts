// Entry of the processes of the pool.
import { parseTask } from './parse-task.js';
import { serve } from './serve.js';
import { warmUp } from './warm-up.js';

await serve(parseTask, warmUp);
