mod basemap;
