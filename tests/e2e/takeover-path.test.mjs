// Take-over of the site below a path.
import { checkTakeover } from './takeover.mjs';

checkTakeover({ folder: 'build/under-path', base: '/good-jobs/' });
