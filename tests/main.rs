mod assets;
mod basemap;
