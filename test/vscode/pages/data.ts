/** What the pages of webviews are given in their test: the answers of the core for a workspace, and the texts of the client. */
import { delegationGraph } from '../../../client/src/webview/delegationGraph';
import { pageHtml } from '../../../client/src/webview/html';
import { toolMatrix } from '../../../client/src/webview/toolMatrix';
import { matrixOf, pictureOf } from '../../../server/core/index';
import { fleet } from '../../features/fleet';
import { filesOf } from '../../features/workspaces';

const { index } = filesOf(fleet);

export { pageHtml };

export const views = {
  toolMatrix: { ...toolMatrix(), data: { ...matrixOf(index), isReading: false } },
  delegationGraph: { ...delegationGraph(), data: { ...pictureOf(index), isReading: false } },
};
