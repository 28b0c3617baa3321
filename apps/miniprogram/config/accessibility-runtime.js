import { mergeInternalComponents } from '@tarojs/shared';
import { ACCESSIBLE } from './accessible';

mergeInternalComponents(ACCESSIBLE);
