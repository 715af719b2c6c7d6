/** The cluster of a sub-cluster's code: the framework numbers both alike (`021103` belongs to `021100`). */
export const clusterOf = (subCluster: string) => `${subCluster.slice(0, 4)}00`;
