import { people } from "./cast.ts";

export interface DemoPerson {
  name: string;
  email: string;
  /** In words. */
  role: string;
  /** What one may try as this person. */
  tryThis: string;
}

/** Whom to sign in as, in the order to meet them; all share one password. */
export function demoPeople(): DemoPerson[] {
  const person = ({ name, email }: { name: string; email: string }, role: string, tryThis: string): DemoPerson => ({
    name,
    email,
    role,
    tryThis,
  });
  return [
    person(people.tomas, "partner, Bluestem Bikes", "write an opportunity and offer it to both districts"),
    person(people.dana, "coordinator, Riverbend", "decide on what waits in the queue, compare the hotel's edit"),
    person(people.marcus, "coordinator, Riverbend", "decide on the same listing as Dana at the same time"),
    person(people.grace, "partner, the college and the community kitchen", "act for two organizations"),
    person(people.hal, "partner, parks and recreation", "close a listing whose places are taken"),
    person(people.mei, "partner, Prairie Health Network", "change a published listing and send the edit"),
    person(people.ines, "district admin, Riverbend", "read the desk in Spanish"),
    person(people.priya, "coordinator, Lakeshore", "see that Riverbend's queue is not hers; import a file"),
    person(people.owen, "partner, Harbor Makers", "post for Lakeshore only"),
    person(people.leo, "student, Riverbend", "look at your account and its sign-ins"),
    person(people.rosa, "parent, Riverbend", "see whose parent you are, in Spanish"),
    person(people.joan, "platform operator", "see how the jobs and the mail are doing"),
  ];
}
