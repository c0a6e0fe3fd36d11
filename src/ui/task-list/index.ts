export { TaskList, type TaskItem } from './task-list.tsx';
