// The generation of what is kept is part of every key: with a new one, nothing of before is found any more, not even
// an answer that was on its way from the API meanwhile. All workers read it from one small file.
import fs from 'fs';

/** The generation in force; empty when it cannot be told, and then nothing is kept or answered from what was kept. */
function current(r) {
  try {
    return fs.readFileSync(r.variables.generation_file, 'utf8');
  } catch (error) {
    r.error(`the generation cannot be read: ${error.message}`);
    return '';
  }
}

/** Begins a new generation. */
function begin(r) {
  const file = r.variables.generation_file;
  const fresh = r.variables.request_id;
  try {
    // Nobody ever reads half of it.
    fs.writeFileSync(`${file}.${fresh}`, fresh);
    fs.renameSync(`${file}.${fresh}`, file);
    r.return(204);
  } catch (error) {
    r.error(`no new generation can be begun: ${error.message}`);
    r.return(500);
  }
}

export default { current, begin };
