"""Places in two numbers and latent coordinates: the plane of the first two axes, or the smooth map. Scriptable.

The look-up is that of `vschaos.latent.latent_map`, operator for operator, so that a place in a patch sounds like the
same place on the app's map.
"""

import torch
from torch import Tensor, nn

REFINEMENTS = 6


class MapLookup(nn.Module):
    """From a place x, y in −1…1 to coordinates as played, and back.

    Parameters
    ----------
    dims
        D.
    grid
        Of a map, shape (G, G, D): y along the first index, x along the second; None for the plane.
    """

    nodes: Tensor

    def __init__(self, dims: int, grid: Tensor | None = None) -> None:
        super().__init__()
        self.dims = dims
        self.size = 0 if grid is None else grid.shape[0]
        self.refinements = REFINEMENTS
        self.register_buffer("nodes", torch.zeros([0, dims]) if grid is None else grid.reshape(-1, dims).clone())

    @torch.jit.export
    def at(self, places: Tensor) -> Tensor:
        """Places (N, 2), finite, to coordinates (N, D); beyond the edges of a map, those of its edge."""
        if self.size > 0:
            return self._lookup(places[:, 0], places[:, 1])
        beyond = torch.zeros([places.shape[0], self.dims], device=places.device)
        return torch.cat([places, beyond], dim=1)[:, : self.dims]

    @torch.jit.export
    def nearest(self, coordinates: Tensor) -> Tensor:
        """Coordinates (N, D), finite, to the places (N, 2) that sound most like them."""
        if self.size > 0:
            return self._projected(coordinates)
        beyond = torch.zeros([coordinates.shape[0], 2], device=coordinates.device)
        return torch.cat([coordinates, beyond], dim=1)[:, :2]

    def _lookup(self, x: Tensor, y: Tensor) -> Tensor:
        last = self.size - 1
        across = (torch.clamp(x, -1.0, 1.0) + 1.0) * (0.5 * last)
        up = (torch.clamp(y, -1.0, 1.0) + 1.0) * (0.5 * last)
        column = torch.clamp_max(across.to(torch.int64), last - 1)
        row = torch.clamp_max(up.to(torch.int64), last - 1)
        right, above = (across - column).unsqueeze(1), (up - row).unsqueeze(1)
        node = row * self.size + column
        lower = (1.0 - right) * self.nodes.index_select(0, node) + right * self.nodes.index_select(0, node + 1)
        node = node + self.size
        upper = (1.0 - right) * self.nodes.index_select(0, node) + right * self.nodes.index_select(0, node + 1)
        return (1.0 - above) * lower + above * upper

    def _projected(self, points: Tensor) -> Tensor:
        """The best node, then Gauss–Newton steps as long as they lead nearer."""
        distance = torch.sum(torch.square(self.nodes), dim=1) - 2.0 * torch.matmul(points, self.nodes.t())
        best = torch.argmin(distance, dim=1)
        row = torch.div(best, self.size, rounding_mode="floor")
        reach = 1.0 / (self.size - 1)
        x = (best - row * self.size).to(points.dtype) * (2.0 * reach) - 1.0
        y = row.to(points.dtype) * (2.0 * reach) - 1.0
        missing = self._lookup(x, y) - points
        for _ in range(self.refinements):
            left, right = torch.clamp(x - reach, -1.0, 1.0), torch.clamp(x + reach, -1.0, 1.0)
            below, above = torch.clamp(y - reach, -1.0, 1.0), torch.clamp(y + reach, -1.0, 1.0)
            along_x = (self._lookup(right, y) - self._lookup(left, y)) / (right - left).unsqueeze(1)
            along_y = (self._lookup(x, above) - self._lookup(x, below)) / (above - below).unsqueeze(1)
            xx, yy = torch.sum(along_x * along_x, dim=1), torch.sum(along_y * along_y, dim=1)
            xy = torch.sum(along_x * along_y, dim=1)
            to_x, to_y = torch.sum(along_x * missing, dim=1), torch.sum(along_y * missing, dim=1)
            # A little damping: where the map is flat, or runs along one line, there is no one answer.
            damping = 0.01 * (xx + yy) + 1e-9
            xx, yy = xx + damping, yy + damping
            determinant = xx * yy - xy * xy
            step_x = torch.clamp((xy * to_y - yy * to_x) / determinant, -2.0 * reach, 2.0 * reach)
            step_y = torch.clamp((xy * to_x - xx * to_y) / determinant, -2.0 * reach, 2.0 * reach)
            new_x, new_y = torch.clamp(x + step_x, -1.0, 1.0), torch.clamp(y + step_y, -1.0, 1.0)
            new_missing = self._lookup(new_x, new_y) - points
            better = torch.sum(torch.square(new_missing), dim=1) < torch.sum(torch.square(missing), dim=1)
            x, y = torch.where(better, new_x, x), torch.where(better, new_y, y)
            missing = torch.where(better.unsqueeze(1), new_missing, missing)
        return torch.stack([x, y], dim=1)
