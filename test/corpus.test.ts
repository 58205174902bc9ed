/** All tests over the whole corpus, in one process, so that each file is read, parsed and linted once. */
import './corpus/conversion';
import './corpus/findings';
import './corpus/otherHosts';
import './corpus/readings';
import './corpus/bodyFixes';
import './corpus/repairs';
import './corpus/safety';
import './corpus/hosts';
import './corpus/ignoreComments';
import './corpus/names';
import './corpus/plainYaml';
import './corpus/route';
import './corpus/sections';
import './corpus/together';
import './corpus/overviews';
