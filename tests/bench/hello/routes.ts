import { route, type RouteConfig } from "@remix-run/route-config";

export default [route("hello", "hello.tsx")] satisfies RouteConfig;
