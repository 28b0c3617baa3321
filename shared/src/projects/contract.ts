import { defineContract } from '@gongzhi/shared/kernel/contract';
import { needs } from './contract-needs';
import { posts } from './contract-posts';
import { joint } from './contract-projects';
import { resources } from './contract-resources';

export const projects = defineContract({ ...needs, ...resources, ...joint, ...posts });
