/** Every test in the editor. `start` is first: it needs a window in which no agent file was opened yet. */
import './start.test';
import './findings.test';
import './verdict.test';
import './hosts.test';
import './everyHost.test';
import './secondReaders.test';
import './features.test';
import './begun.test';
import './structure.test';
import './body.test';
import './commands.test';
import './convert.test';
import './sees.test';
import './configuration.test';
import './otherFiles.test';
import './system.test';
