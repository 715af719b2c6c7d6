import { useLoaderData } from "@remix-run/react";

export const loader = () => ({ who: "world" });

export default function Hello() {
  const { who } = useLoaderData<typeof loader>();
  return <h1>Hello, {who}</h1>;
}
